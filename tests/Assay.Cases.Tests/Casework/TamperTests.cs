using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assay.Cases.Tests.Casework;

/// <summary>Whatever something else changed in a case is found, and named.</summary>
public sealed class TamperTests : IDisposable
{
    private readonly CaseFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string, string> Changes
    {
        get
        {
            (string Sql, string Says)[] changes =
            [
                (
                    "UPDATE journal SET content = replace(content, 'Ada', 'Eve') WHERE sequence = 4",
                    "entry 4: Its content is not the one that was written"
                ),
                (
                    "UPDATE journal SET hash = replace(hash, substr(hash, 1, 1), 'g') WHERE sequence = 4",
                    "entry 4: Its content is not the one"
                ),
                ("UPDATE journal SET item = 'other' WHERE sequence = 4", "entry 4: It is filed under “other”"),
                ("DELETE FROM decisions WHERE sequence = 4", "decision of entry 4 about {0}: The journal tells of it, and it is gone."),
                (
                    "UPDATE decisions SET decision = replace(decision, 'accept', 'reject') WHERE sequence = 4",
                    "decision of entry 4 about {0}: It is not the decision that the journal tells."
                ),
                (
                    "UPDATE decisions SET basis = replace(basis, 'order', 'gap') WHERE sequence = 4",
                    "decision of entry 4 about {0}: The item it was made about is not as it was"
                ),
                (
                    "UPDATE decisions SET undone = NULL WHERE sequence = 5",
                    "decision of entry 5 about {1}: Entry 6 took it back, and it stands."
                ),
                (
                    "UPDATE decisions SET undone = 6 WHERE sequence = 4",
                    "decision of entry 4 about {0}: It is taken back, and no entry says so."
                ),
                (
                    "UPDATE drafts SET body = replace(body, 'PT', 'P') WHERE item = '{0}'",
                    "draft {0} by rules: It is not as entry 3 tells it"
                ),
                ("UPDATE drafts SET kind = 'counts' WHERE item = '{0}'", "draft {0} by rules: It is not as entry 3 tells it"),
                ("UPDATE drafts SET gone = 1 WHERE item = '{0}'", "draft {0} by rules: Entry 3 last changed it, and it says otherwise."),
                ("UPDATE drafts SET version = 2 WHERE item = '{0}'", "draft {0} by rules: Entry 3 last changed it, and it says otherwise."),
                ("UPDATE drafts SET source = 's-other' WHERE item = '{0}'", "draft {0} by rules: It is filed under a source"),
                ("UPDATE drafts SET place = 1000 - place", "drafts by rules: They are not those of entry 3, in its order."),
                ("DELETE FROM drafts WHERE item = '{0}'", "draft {0} by rules: Entry 3 tells of it, and it is gone."),
                ("UPDATE drafts SET drafter = 'other' WHERE item = '{0}'", "draft {0} by other: The journal tells of no such draft."),
                (
                    "UPDATE runs SET frame = replace(frame, 'night', 'light')",
                    "reading of entry 3: What it says of the sources is not what the journal tells"
                ),
                ("UPDATE runs SET drafter = 'other'", "reading of entry 3: The journal tells of no such reading."),
                ("UPDATE sources SET file = 'other.txt'", "source {2} (other.txt): The journal tells another name"),
                ("UPDATE sources SET published = '2021-05-04'", "The journal tells another name, hash, size or date of it."),
                ("UPDATE sources SET bytes = bytes + 1", "The journal tells another name, hash, size or date of it."),
                ("DELETE FROM contents", "Its bytes are gone."),
                (
                    "UPDATE head SET hash = replace(hash, substr(hash, 1, 1), 'g')",
                    "the head: The case says that its journal ends with entry 6"
                ),
                ("UPDATE head SET sequence = 5", "the head: The case says that its journal ends with entry 5"),
            ];
            var data = new TheoryData<string, string, string>();
            foreach (var (sql, says) in changes)
            {
                data.Add(CaseFolder.Sqlite, sql, says);
                data.Add(CaseFolder.Postgres, sql, says);
            }

            data.Add(
                CaseFolder.Sqlite,
                "UPDATE contents SET content = CAST(replace(CAST(content AS TEXT), '11:40', '11:41') AS BLOB)",
                "Its bytes are not those that were received"
            );
            data.Add(
                CaseFolder.Postgres,
                "UPDATE contents SET content = set_byte(content, 5, 65)",
                "Its bytes are not those that were received"
            );
            return data;
        }
    }

    [Theory, MemberData(nameof(Changes))]
    public void Names_what_was_changed(string store, string sql, string says)
    {
        var place = folder.Place(store);
        var (first, second, source) = Made(place);
        Execute(store, place, string.Format(null, sql, first, second, source));
        var faults = VerifyCase.Run(place).Value.Faults.Select(f => $"{f.Where}: {f.What}").ToList();
        Assert.Contains(faults, f => f.Contains(string.Format(null, says, first, second, source), StringComparison.Ordinal));
        Assert.True(faults.Count <= 3, string.Join('\n', faults));
    }

    [Theory, InlineData(CaseFolder.Sqlite), InlineData(CaseFolder.Postgres)]
    public void Finds_entries_that_were_taken_away_with_all_that_they_did_by_the_head_that_was_noted(string store)
    {
        var place = folder.Place(store);
        Made(place);
        var head = VerifyCase.Run(place).Value.Head.Hash;
        Assert.Empty(VerifyCase.Run(place, head.ToUpperInvariant()).Value.Faults);
        Execute(
            store,
            place,
            "UPDATE decisions SET undone = NULL; DELETE FROM journal WHERE sequence = 6; UPDATE head SET sequence = 5, hash = (SELECT hash FROM journal WHERE sequence = 5)"
        );
        Assert.Empty(VerifyCase.Run(place).Value.Faults); // nothing in the case itself can tell
        Assert.Contains("No entry has the hash", Assert.Single(VerifyCase.Run(place, head).Value.Faults).What, StringComparison.Ordinal);
    }

    [Theory, InlineData(CaseFolder.Sqlite), InlineData(CaseFolder.Postgres)]
    public void Is_not_opened_when_the_end_of_its_journal_was_changed(string store)
    {
        var place = folder.Place(store);
        Made(place);
        Execute(store, place, "UPDATE journal SET content = replace(content, 'Ada', 'Eve') WHERE sequence = 6");
        var opened = OpenCase.Run(place);
        Assert.Contains(
            "Entry 6, the last of the journal, is not the one that was written",
            opened.Error!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Finds_any_byte_of_the_file_that_is_changed_or_it_changes_nothing()
    {
        var place = folder.Place(CaseFolder.Sqlite);
        Made(place);
        var whole = File.ReadAllBytes(place);
        var exported = Exported(place);
        var random = new Random(7);
        var found = 0;
        var used = Enumerable.Range(0, whole.Length).Where(i => whole[i] != 0).ToList();
        for (var i = 0; i < 300; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[used[random.Next(used.Count)]] ^= (byte)(1 << random.Next(8));
            var other = folder.File_($"changed-{i}.assay");
            File.WriteAllBytes(other, changed);
            var verified = VerifyCase.Run(other);
            if (!verified.Succeeded || verified.Value.Faults.Count > 0)
                found++;
            else
                Assert.Equal(exported, Exported(other)); // a byte that nothing uses
            File.Delete(other);
        }

        Assert.True(found > 200, $"Only {found} of 300 were found.");
    }

    [Fact]
    public void Refuses_a_file_with_a_trigger_in_it()
    {
        var place = folder.Place(CaseFolder.Sqlite);
        Made(place);
        Execute(CaseFolder.Sqlite, place, "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM decisions; END");
        Assert.Contains("triggers or views", OpenCase.Run(place).Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE journal (a)", "no case of Assay")]
    [InlineData("PRAGMA user_version = 9", "no case of Assay")]
    public void Refuses_a_database_that_is_no_case(string sql, string says)
    {
        var place = folder.Place(CaseFolder.Sqlite);
        Execute(CaseFolder.Sqlite, place, sql);
        Assert.Contains(says, OpenCase.Run(place).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_case_of_a_newer_program_and_a_file_that_is_none()
    {
        var place = folder.Place(CaseFolder.Sqlite);
        Made(place);
        Execute(CaseFolder.Sqlite, place, "PRAGMA user_version = 99");
        Assert.Contains("newer Assay", OpenCase.Run(place).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("no case of Assay", OpenCase.Run(folder.Night).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("a folder", OpenCase.Run(Path.GetDirectoryName(folder.Night)!).Error!.Message, StringComparison.Ordinal);
    }

    // A case of six entries: made, a source, a reading, an accepted claim, a rejected one, that one taken back.
    private (string First, string Second, string Source) Made(string place)
    {
        var desk = folder.New(place, out var made);
        Work.Add(desk, new AddRequest([folder.Night]));
        Work.Read(desk, new ReadCaseRequest());
        var claims = CaseFolder.Items(desk, "claims").Where(c => c.Body.Contains("PT", StringComparison.Ordinal)).ToList();
        var order = claims.First(c => c.Body.Contains("\"order\"", StringComparison.Ordinal));
        var other = claims.First(c => c != order);
        CaseFolder.Decide(desk, new Accepted(order.Id));
        CaseFolder.Decide(desk, new Struck(other.Id));
        Work.Undo(desk, new UndoRequest());
        Assert.Equal(6, CaseFolder.Content(desk).Head.Sequence);
        var source = CaseFolder.Content(desk).Sources[0].Id;
        made.Dispose();
        return (order.Id, other.Id, source);
    }

    private byte[] Exported(string place)
    {
        using var stream = new MemoryStream();
        Assert.True(ExportCase.Run(folder.Open(place), stream).Succeeded);
        return stream.ToArray();
    }

    private static void Execute(string store, string place, string sql)
    {
        using System.Data.Common.DbConnection connection =
            store == CaseFolder.Sqlite
                ? new SqliteConnection($"Data Source={place};Foreign Keys=False;Pooling=False")
                : new NpgsqlConnection(Store.Postgres.PostgresPlace.Read(place).Value.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
