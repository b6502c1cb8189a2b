using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Ground.Outcomes;
using Assay.Wording;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>The reading view and what is done in it.</summary>
internal static class ReadingRoutes
{
    private const string PartOnly = "X-Desk-Only";

    /// <summary>Shows the reading view.</summary>
    public static Task Show(HttpContext context, Seat seat)
    {
        var query = context.Request.Query;
        var did = long.TryParse(query["did"], out var entry) ? seat.All.Replies.Reply(seat.Name, entry) : null;
        var request = new ReadingRequest(
            Routes.Value(context, "source"),
            query["show"].ToString(),
            query["item"].ToString() is { Length: > 0 } item ? item : null,
            did,
            null,
            IsKey(context)
        )
        {
            Since = long.TryParse(query["since"], out var since) ? since : null,
        };
        return Show(context, seat, request, StatusCodes.Status200OK);
    }

    /// <summary>Decides, and goes on to the next draft; where it is not done, says why beside the same draft.</summary>
    public static Task Decide(HttpContext context, Seat seat)
    {
        var form = context.Request.Form;
        var id = form["item"].ToString();
        var standing = StandingCheck.Run(seat.Case, TimeSpan.Zero, context.RequestAborted);
        var item = One(seat, standing, id);
        var request = DecisionForm.Read(form, item, TextOf(standing, item));
        var done = request.Succeeded
            ? DecideItem.Run(seat.Desk, request.Value with { ShowChanges = IsCompared(context, seat) }, context.RequestAborted)
            : request.Error;
        return done.Succeeded ? Went(context, seat, done.Value, Following(seat, form)) : Refused(context, seat, id, done.Error);
    }

    /// <summary>Accepts the drafts that the page showed, and goes on to the next.</summary>
    public static Task AcceptThese(HttpContext context, Seat seat)
    {
        var seen = context.Request.Form["seen"].OfType<string>().Select(Seen).OfType<SeenDraft>().ToList();
        var done = AcceptTogether.Run(seat.Desk, seen, IsCompared(context, seat), context.RequestAborted);
        return done.Succeeded ? Went(context, seat, done.Value.Last, null, done.Value.First) : Refused(context, seat, null, done.Error);
    }

    // A key of the page: its person goes on to the next draft, and does not wait for the verdicts.
    private static bool IsKey(HttpContext context) => context.Request.Headers.ContainsKey(PartOnly);

    // Where nobody waits, what a decision changed is told when the test beside the work has ended.
    private static bool IsCompared(HttpContext context, Seat seat) => !IsKey(context) && !seat.Case.IsLarge;

    private static ToldChange Told(Seat seat, DecideReply did, long? since, bool isCurrent)
    {
        if (did.IsCompared)
            return new ToldChange(did, since, Knowledge.Told);
        if (StandingCheck.Of(seat.Case, did.Entry.Sequence) is { } tested)
            return new ToldChange(did with { Changed = tested.Changed }, since, Knowledge.Told) { Tested = tested.After + 1 };
        return new ToldChange(did, since, isCurrent ? Knowledge.NoLonger : Knowledge.NotYet);
    }

    private static SeenDraft? Seen(string told)
    {
        var cut = told.IndexOf(' ', StringComparison.Ordinal);
        return cut > 0 && long.TryParse(told[..cut], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new SeenDraft(told[(cut + 1)..], version)
            : null;
    }

    /// <summary>Takes the last decision back, and shows its item; or those that were made together.</summary>
    public static Task Undo(HttpContext context, Seat seat)
    {
        var form = context.Request.Form;
        if (long.TryParse(form["first"], out var first) && long.TryParse(form["last"], out var last))
        {
            var back = AcceptTogether.Undo(seat.Desk, first, last, IsCompared(context, seat), context.RequestAborted);
            return back.Succeeded
                ? Went(context, seat, back.Value.Last, back.Value.Last.Entry.Note.Item)
                : Refused(context, seat, null, back.Error);
        }

        var done = UndoDecision.Run(seat.Desk, new UndoRequest { ShowChanges = IsCompared(context, seat) }, context.RequestAborted);
        return done.Succeeded ? Went(context, seat, done.Value, done.Value.Entry.Note.Item) : Refused(context, seat, null, done.Error);
    }

    /// <summary>Leads to the page that shows an item, or its words.</summary>
    public static Task At(HttpContext context, Seat seat)
    {
        var id = Routes.Value(context, "id");
        var named = id.StartsWith("q-", StringComparison.Ordinal) ? id[2..] : id;
        var item = One(seat, StandingCheck.Run(seat.Case, context.RequestAborted), named);
        if (item?.Source is { } source)
            return Answer.Go(
                context,
                $"{seat.Root}/sources/{Uri.EscapeDataString(source)}?show=all&item={Uri.EscapeDataString(named)}"
                    + (named == id ? "" : $"#{Uri.EscapeDataString(id)}")
            );
        var shown = ShowCase.Run(seat.Case);
        var isSource = shown.Succeeded && shown.Value.Sources.Any(s => s.Source.Id == id);
        return Answer.Go(context, isSource ? $"{seat.Root}/sources/{Uri.EscapeDataString(id)}" : seat.Root + "/verdicts");
    }

    private static Task Went(HttpContext context, Seat seat, DecideReply reply, string? next, long? since = null)
    {
        seat.All.Replies.Keep(seat.Name, reply);
        var form = context.Request.Form;
        if (form["source"].ToString().Length == 0)
            return Answer.Go(context, seat.Root + "/sources");
        var item = string.IsNullOrEmpty(next) ? "" : $"&item={Uri.EscapeDataString(next)}";
        var with = since is { } first ? string.Create(CultureInfo.InvariantCulture, $"&since={first}") : "";
        var entry = reply.Entry.Sequence.ToString(CultureInfo.InvariantCulture);
        return Answer.Go(
            context,
            $"{seat.Root}/sources/{Uri.EscapeDataString(form["source"].ToString())}?show={Uri.EscapeDataString(form["show"].ToString())}&did={entry}{with}{item}"
        );
    }

    private static Task Refused(HttpContext context, Seat seat, string? item, Error error)
    {
        var form = context.Request.Form;
        if (form["source"].ToString().Length == 0)
            return ShowPages.Sources(context, seat, [error.ToString()], Answer.Status(error));
        var request = new ReadingRequest(form["source"].ToString(), form["show"].ToString(), item, null, error.ToString(), IsKey(context));
        return Show(context, seat, request, Answer.Status(error));
    }

    // The draft that stood next; where it is gone with the one decided about, the first that is open.
    private static string? Following(Seat seat, IFormCollection form) =>
        form["next"].ToString() is { Length: > 0 } next && One(seat, StandingCheck.Run(seat.Case, TimeSpan.Zero), next) is not null
            ? next
            : null;

    private static DraftEntry? One(Seat seat, Result<StandingReply> standing, string id)
    {
        var book = DraftBook.Of(seat.Case, standing.Match(r => r.Report, _ => (AuditReport?)null));
        return book.Succeeded ? book.Value.One(id) : null;
    }

    private static string TextOf(Result<StandingReply> standing, DraftEntry? item) =>
        standing.Succeeded && item?.Source is { } source ? ReportIndex.Of(standing.Value.Report).Source(source)?.Text ?? "" : "";

    private static Task Show(HttpContext context, Seat seat, ReadingRequest request, int status)
    {
        var shown = ShowCase.Run(seat.Case);
        if (!shown.Succeeded)
            return Answer.Wrong(context, shown.Error);
        if (shown.Value.Sources.All(s => s.Source.Id != request.Source))
            return Answer.Wrong(context, new Error(ErrorKind.Input, "The case has no such source.", "The page of sources lists them."));
        var patience = IsKey(context) ? StandingCheck.OfAKey : Timeout.InfiniteTimeSpan;
        var standing = StandingCheck.Run(seat.Case, patience, context.RequestAborted);
        if (!standing.Succeeded)
            return Answer.Wrong(context, standing.Error);
        var queue = Queue.Of(seat.Case, standing.Value.Report, request.Source, request.Show, request.Item);
        if (!queue.Succeeded)
            return Answer.Wrong(context, queue.Error);
        var index = ReportIndex.Of(standing.Value.Report);
        request = request with
        {
            IsCurrent = standing.Value.IsCurrent,
            Told = request.Did is { } did ? Told(seat, did, request.Since, standing.Value.IsCurrent) : null,
        };
        return Answer.Page(
            context,
            html =>
                Frame.Write(
                    html,
                    "Reading",
                    body => ReadingPage.Write(body, seat, index, queue.Value, request),
                    head => Frame.Case(head, seat, shown.Value.Title, "/sources")
                ),
            status
        );
    }
}
