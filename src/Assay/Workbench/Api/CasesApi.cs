using Assay.Cases.Casework;
using Assay.Cases.Team;
using Assay.Cases.Team.UseCases;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assay.Workbench.Api;

/// <summary>Cases, their journals and members, over HTTP.</summary>
/// <param name="house">What the API works with.</param>
internal sealed class CasesApi(ApiHouse house)
{
    private const int MostEntries = 1000;

    /// <summary>Whose token it is.</summary>
    public Ok<WhoInfo> Who(HttpContext context)
    {
        var known = Visitor.Of(context).Known!;
        var names = house.Shelf.Names().Where(known.Roles.ContainsKey);
        return TypedResults.Ok(new WhoInfo(known.Person.Name, known.Scope, [.. names.Select(n => new RoleInfo(n, known.Roles[n]))]));
    }

    /// <summary>The cases that the caller is a member of; one that cannot be opened is left out.</summary>
    public Ok<IReadOnlyList<CaseInfo>> List(HttpContext context)
    {
        var desks = new Desks(house.Shelf, Visitor.Of(context), new LastReplies());
        var shown = desks.Names.Select(n => desks.Open(n).Match(Info, e => e)).Where(r => r.Succeeded).Select(r => r.Value);
        return TypedResults.Ok<IReadOnlyList<CaseInfo>>([.. shown]);
    }

    /// <summary>Makes a case.</summary>
    public Results<Created<CaseInfo>, ProblemHttpResult> Make(HttpContext context, NewCase given)
    {
        var visitor = Visitor.Of(context);
        var made = house.Shelf.Make(given.Title, visitor.Who);
        var told = made.Succeeded ? house.Made(context, made.Value) : made.Error;
        if (!told.Succeeded)
            return Problems.Of(told.Error);
        var owner = visitor with
        {
            Known = visitor.Known! with { Roles = new Dictionary<string, CaseRole> { [made.Value] = CaseRole.Owner } },
        };
        var shown = new Desks(house.Shelf, owner, new LastReplies()).Open(made.Value).Match(Info, e => e);
        return shown.Succeeded
            ? TypedResults.Created($"{ApiRoutes.Root}/cases/{Uri.EscapeDataString(made.Value)}", shown.Value)
            : Problems.Of(shown.Error);
    }

    /// <summary>A case at a glance.</summary>
    public Results<Ok<CaseInfo>, ProblemHttpResult> Show(HttpContext context, string @case) => house.From(context, @case, Info);

    /// <summary>Entries of the journal.</summary>
    /// <param name="context">The request.</param>
    /// <param name="case">The case.</param>
    /// <param name="after">Only entries after this one.</param>
    /// <param name="most">How many at most, 1 to 1,000.</param>
    public Results<Ok<JournalInfo>, ProblemHttpResult> Journal(HttpContext context, string @case, long after = 0, int most = MostEntries) =>
        house.From<JournalInfo>(
            context,
            @case,
            seat =>
                ShowCase
                    .Journal(seat.Case, after, Math.Clamp(most, 1, MostEntries))
                    .Match(found => (Result<JournalInfo>)new JournalInfo([.. found.Select(EntryInfo.Of)]), e => e)
        );

    /// <summary>Checks all of a case.</summary>
    public Results<Ok<VerifyReply>, ProblemHttpResult> Verify(HttpContext context, string @case) =>
        house.From(context, @case, seat => VerifyCase.Run(seat.Case.Store));

    /// <summary>Who is a member.</summary>
    public Results<Ok<IReadOnlyList<Member>>, ProblemHttpResult> Members(HttpContext context, string @case) =>
        house.From(context, @case, Listed);

    /// <summary>Gives somebody a role.</summary>
    public Results<Ok<IReadOnlyList<Member>>, ProblemHttpResult> SetMember(HttpContext context, string @case, string name, NewRole given) =>
        house.From(
            context,
            @case,
            seat =>
                Then(
                    seat,
                    Cases.Team.UseCases.Members.Set(house.People, seat.Name, name, given.Role, By(context), ApiHouse.Caller(context))
                )
        );

    /// <summary>Takes a member out.</summary>
    public Results<Ok<IReadOnlyList<Member>>, ProblemHttpResult> RemoveMember(HttpContext context, string @case, string name) =>
        house.From(
            context,
            @case,
            seat => Then(seat, Cases.Team.UseCases.Members.Remove(house.People, seat.Name, name, By(context), ApiHouse.Caller(context)))
        );

    private static Person By(HttpContext context) => Visitor.Of(context).Known!.Person;

    private Result<IReadOnlyList<Member>> Then(Seat seat, Result<bool> done) => done.Succeeded ? Listed(seat) : done.Error;

    private Result<IReadOnlyList<Member>> Listed(Seat seat) =>
        Cases.Team.UseCases.Members.List(house.People, seat.Name).Match(r => (Result<IReadOnlyList<Member>>)r.Members.ToList(), e => e);

    private static Result<CaseInfo> Info(Seat seat) =>
        ShowCase
            .Run(seat.Case)
            .Match(
                s =>
                    (Result<CaseInfo>)
                        new CaseInfo(
                            seat.Name,
                            s.Title,
                            seat.All.Visitor.Role(seat.Name),
                            s.Created,
                            s.By,
                            s.Head,
                            [.. s.Sources.Select(x => SourceInfo.Of(x.Source))],
                            s.States.ToDictionary(p => EnumNames.Of(p.Key), p => p.Value)
                        ),
                e => e
            );
}
