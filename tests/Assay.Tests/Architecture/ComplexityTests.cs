using Assay.Tests.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assay.Tests.Architecture;

/// <summary>
/// Methods stay simple and files short: of all bodies 95 of 100 have a cyclomatic complexity of 10 at most, and no file is
/// longer than 400 lines. Counted are branches, loops, cases, handlers, conditional and short-circuit operators, and arms of switches.
/// </summary>
public sealed class ComplexityTests
{
    private const int Most = 10;
    private const int Longest = 400;

    // The readers of voices and events, as they are until they read by syntax.
    private static readonly string[] Apart = ["Assay.Reading/Voices/", "Assay.Reading/Events/"];

    [Fact]
    public void Methods_are_simple()
    {
        var counts = Files().SelectMany(Bodies).Select(Complexity).Order().ToList();
        Assert.True(counts.Count > 1000, "The sources were not found.");
        var p95 = counts[(int)(counts.Count * 0.95)];
        Assert.True(p95 <= Most, $"95 of 100 bodies are at most {p95} complex, not {Most}.");
    }

    [Fact]
    public void Files_are_short() =>
        Assert.Empty(Files().Where(f => File.ReadLines(f).Count() >= Longest).Select(f => Path.GetRelativePath(Repository.Root, f)));

    [Theory]
    [InlineData("void M() { }", 1)]
    [InlineData("int M(int a) => a > 0 && a < 9 ? 1 : 2;", 3)]
    [InlineData("void M(int[] a) { foreach (var i in a) if (i > 0 || i < -5) return; }", 4)]
    [InlineData("int M(int a) => a switch { 1 => 2, 3 => 4, _ => 5 };", 3)]
    [InlineData("int M(int a) { switch (a) { case 1: case 2: return 1; default: return 3; } }", 3)]
    [InlineData("string M(string? a) { try { return a ?? \"\"; } catch (System.Exception) { return \"\"; } }", 3)]
    [InlineData("bool M(int a) => a is 1 or 2 or 3;", 3)]
    public void A_branch_counts_as_one(string method, int expected)
    {
        var body = Assert.Single(BodiesOf(Parsed($"class C {{ {method} }}")));
        Assert.Equal(expected, Complexity(body));
    }

    private static IEnumerable<string> Files() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Where(f => !Apart.Any(a => f.Replace('\\', '/').Contains(a, StringComparison.Ordinal)));

    private static IEnumerable<SyntaxNode> Bodies(string file) => BodiesOf(Parsed(File.ReadAllText(file)));

    private static SyntaxTree Parsed(string code) =>
        CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken);

    private static IEnumerable<SyntaxNode> BodiesOf(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantNodes()
            .Where(n =>
                n
                    is BaseMethodDeclarationSyntax
                        or AccessorDeclarationSyntax
                        or LocalFunctionStatementSyntax
                        or PropertyDeclarationSyntax { ExpressionBody: not null }
            );

    private static int Complexity(SyntaxNode body) =>
        1
        + body.DescendantNodes(n => n == body || n is not LocalFunctionStatementSyntax)
            .Count(n =>
                n switch
                {
                    IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax =>
                        true,
                    CatchClauseSyntax or ConditionalExpressionSyntax or CaseSwitchLabelSyntax or CasePatternSwitchLabelSyntax => true,
                    SwitchExpressionArmSyntax arm => arm.Pattern is not DiscardPatternSyntax,
                    BinaryPatternSyntax pattern => pattern.IsKind(SyntaxKind.OrPattern) || pattern.IsKind(SyntaxKind.AndPattern),
                    BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.LogicalAndExpression)
                        || binary.IsKind(SyntaxKind.LogicalOrExpression)
                        || binary.IsKind(SyntaxKind.CoalesceExpression),
                    _ => false,
                }
            );
}
