namespace Assay.Tests.Line;

/// <summary>The shells complete commands and options, by the scripts that the program prints.</summary>
public sealed class CompletionTests
{
    private readonly AssayProcess assay = new(Path.GetTempPath());

    [Theory]
    [InlineData("assay case d", "decide draft drafts")]
    [InlineData("assay case drafts n.assay --state gon", "gone")]
    [InlineData("./assay tra", "trade")]
    [InlineData("assay audit x.txt --lak", "--lake")]
    [InlineData("assay serve --lak", "--lake")]
    public void Bash_completes_what_was_begun(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "skipped: there is no bash here");
        var script = $$"""
            assay() { $ASSAY "$@"; }
            source <(assay completion bash)
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(assay ${COMP_LINE#* }); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _assay
            printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd ' '
            """;
        var ran = assay.Run($"exec /bin/bash -c '{script.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        Assert.Equal((0, "", expected), (ran.Code, ran.Error, ran.Output.Trim()));
    }

    [Theory, InlineData("bash"), InlineData("zsh"), InlineData("fish"), InlineData("pwsh")]
    public void Has_a_script_for_each_shell(string shell) =>
        Assert.Contains("[suggest:", assay.Run($"$ASSAY completion {shell}").Output, StringComparison.Ordinal);
}
