using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.Tests.Audit;
using Assay.Cases.UseCases;
using Assay.Reading.Intake;

namespace Assay.Cases.Tests.Accounts;

/// <summary>Reading and checking are two things, and an audit is both.</summary>
public sealed class AccountRoundTripTests : IDisposable
{
    private readonly Night night = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-roundtrip");

    public void Dispose()
    {
        night.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Says_what_an_audit_says_byte_for_byte_when_what_was_read_is_checked() => AssertSame([night.SourceFile]);

    [Fact]
    public void Says_what_an_audit_says_of_several_sources_and_of_one_that_was_refused()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "a.txt"), Night.Text.Replace("11:40 p.m.", "23:50 EEST", StringComparison.Ordinal));
        File.WriteAllText(
            Path.Combine(folder.FullName, "b.md"),
            "# The lock\n\nThe harbour office closed the lock at midnight XST on 3 May 2021. Some 9 people were hurt.\n"
        );
        File.WriteAllText(
            Path.Combine(folder.FullName, "c.txt"),
            "Two calls came that night. At 5:10 a.m. the first came; ten minutes later the second.\n"
        );
        File.WriteAllBytes(Path.Combine(folder.FullName, "d.txt"), []);
        AssertSame([night.SourceFile, folder.FullName]);
    }

    [Fact]
    public void Says_what_an_audit_says_of_the_sample() => AssertSame([Audited.SampleFolder]);

    [Fact]
    public void Says_what_an_audit_says_of_a_day_and_of_a_whole_month()
    {
        var file = Path.Combine(folder.FullName, "months.txt");
        File.WriteAllText(
            file,
            "The tender\n\nVarna, 9 May 2021\n\nThe tender was announced in February 2021. The contract was signed on 26 March 2021, after the tender was announced.\n"
        );
        var report = AssertSame([file]);
        Assert.Equal(["2021-02", "2021-03-26"], report.Dates.Select(d => d.Local.ToString()).Order());
    }

    [Fact]
    public void Is_written_as_it_was_read()
    {
        var account = AccountReader.Read(night.Json, "account.json").Value;
        Assert.Empty(account.Refused);
        using var again = new MemoryStream();
        ReadAccount.Write(again, account.Account);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(night.Json), System.Text.Encoding.UTF8.GetString(again.ToArray()));
    }

    [Fact]
    public void Names_things_alike_on_every_run_and_wherever_the_file_lies()
    {
        var other = Path.Combine(folder.FullName, "elsewhere.txt");
        File.Copy(night.SourceFile, other);
        var (first, second) = (Ids(night.SourceFile), Ids(other));
        Assert.NotEmpty(first);
        Assert.Equal(first, second);
        Assert.Equal(first.Count, first.Distinct().Count());
    }

    private static List<string> Ids(string file)
    {
        var account = ReadAccount.Run(new AuditRequest([file], AuditOptions.Default)).Value.Account;
        return
        [
            .. account.Sources.Select(s => s.Id),
            .. account.Events.Select(e => e.Id),
            .. account.Clocks.Select(c => c.Id),
            .. account.Zones.Select(z => z.Id),
            .. account.Claims.Select(c => c.Id),
            .. account.Times.Select(t => t.Id),
            .. account.Figures.Select(f => f.Id),
            .. account.Actors.Select(a => a.Id),
        ];
    }

    private static AuditReport AssertSame(string[] inputs)
    {
        var request = new AuditRequest(inputs, AuditOptions.Default);
        var audited = AuditAccount.Run(request).Value.Report;
        using var account = new MemoryStream();
        ReadAccount.Write(account, ReadAccount.Run(request).Value.Account);
        account.Position = 0;
        var checkedAgain = CheckAccount.Run(new CheckRequest("account.json", IntakeOptions.Default, account)).Value.Report;
        Assert.NotEmpty(audited.Claims);
        Assert.Equal(AuditJson.ToText(audited), AuditJson.ToText(checkedAgain));
        return audited;
    }
}
