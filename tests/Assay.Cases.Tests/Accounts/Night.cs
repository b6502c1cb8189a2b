using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.UseCases;
using Assay.Reading.Intake;

namespace Assay.Cases.Tests.Accounts;

/// <summary>A small report of a night in two harbours, in a folder of its own, and its account.</summary>
internal sealed class Night : IDisposable
{
    public const string Text = """
        The night the barge came loose

        Riga, 4 May 2021

        The harbour office in Riga closed the lock at 11:40 p.m. on 3 May 2021. The barge Selga struck the pier at 9:55 p.m. on 3 May 2021, the insurer in London said.
        The barge struck the pier well before the harbour office closed the lock, the owner said. At least 14 people were hurt.
        The pilot station in Ventspils received a call at 10:05 p.m. on 3 May 2021. The call came ten minutes after the barge struck the pier.
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-night");

    public Night()
    {
        File.WriteAllText(SourceFile, Text);
        using var stream = new MemoryStream();
        ReadAccount.Write(stream, ReadAccount.Run(new AuditRequest([SourceFile], AuditOptions.Default)).Value.Account);
        Json = stream.ToArray();
    }

    public string SourceFile => Path.Combine(folder.FullName, "night.txt");

    public byte[] Json { get; }

    /// <summary>The account as a tree that a test may change.</summary>
    public JsonObject Tree() => JsonNode.Parse(Json)!.AsObject();

    public static AuditReply Check(JsonNode account) => Check(System.Text.Encoding.UTF8.GetBytes(account.ToJsonString()));

    public static AuditReply Check(string account) => Check(System.Text.Encoding.UTF8.GetBytes(account));

    public static AuditReply Check(byte[] account) =>
        CheckAccount.Run(new CheckRequest("account.json", IntakeOptions.Default, new MemoryStream(account))).Value;

    public void Dispose() => folder.Delete(recursive: true);
}
