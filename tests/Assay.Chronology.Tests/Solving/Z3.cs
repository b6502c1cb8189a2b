using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Assay.Chronology.Model;

namespace Assay.Chronology.Tests.Solving;

/// <summary>Z3 through its C interface, fed SMT-LIB text with real time points.</summary>
internal sealed class Z3 : IDisposable
{
    private const string Library = "libz3.so.4";
    private readonly nint context;

    public Z3()
    {
        var config = Z3_mk_config();
        context = Z3_mk_context(config);
        Z3_del_config(config);
    }

    public static bool IsPresent => NativeLibrary.TryLoad(Library, out _);

    public void Dispose() => Z3_del_context(context);

    /// <summary>The verdicts of claims on a model, or null where the model has no world.</summary>
    public List<Verdict>? Judge(TemporalModel model, IReadOnlyList<TimeClaim> claims)
    {
        var script = new StringBuilder("(reset)\n(set-logic QF_LRA)\n");
        Premises(script, model);
        script.Append("(check-sat)\n");
        foreach (var c in claims)
        {
            var claim = Difference(model, c.Earlier, c.Later, c.Min, c.Max);
            script.Append(
                CultureInfo.InvariantCulture,
                $"(push)(assert {claim})(check-sat)(pop)(push)(assert (not {claim}))(check-sat)(pop)\n"
            );
        }

        var answers = Marshal
            .PtrToStringUTF8(Z3_eval_smtlib2_string(context, script.ToString()))!
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(answers, a => Assert.True(a is "sat" or "unsat", a));
        return answers[0] == "unsat"
            ? null
            :
            [
                .. claims.Select(
                    (_, i) =>
                        (answers[1 + 2 * i], answers[2 + 2 * i]) switch
                        {
                            ("sat", "sat") => Verdict.Sometimes,
                            ("sat", _) => Verdict.Always,
                            _ => Verdict.Never,
                        }
                ),
            ];
    }

    private static void Premises(StringBuilder script, TemporalModel model)
    {
        for (var e = 0; e < model.Events.Count; e++)
            script.Append(CultureInfo.InvariantCulture, $"(declare-const t{e} Real)");

        var modes = new string?[] { null }
            .Concat(model.Globals.Select(g => g.Zone))
            .Select(g =>
                Conjunction(
                    model.Zones.Select((_, z) => Choice(model, z, g)).Concat(model.Statements.Select((s, i) => Clock(model, s, i, g)))
                )
            );
        for (var z = 0; z < model.Zones.Count; z++)
            script.Append(CultureInfo.InvariantCulture, $"(declare-const z{z} Real)");

        script.Append(CultureInfo.InvariantCulture, $"\n(assert (or false {string.Join(' ', modes)}))\n");
        foreach (var r in model.Relations)
            script.Append(CultureInfo.InvariantCulture, $"(assert {Difference(model, r.From, r.To, r.Lower, r.Upper)})\n");
    }

    private static string Choice(TemporalModel model, int zone, string? global) =>
        $"(or {string.Join(' ', Domain(model, zone, global).Select((_, i) => $"(= z{zone} {i})"))})";

    private static string[] Domain(TemporalModel model, int zone, string? global) =>
        global is null || model.Zones[zone].Stated ? [.. model.Zones[zone].Candidates.Select(c => c.Zone)] : [global];

    private static string Clock(TemporalModel model, ClockStatement s, int index, string? global)
    {
        var zone = model.Zones.ToList().FindIndex(z => z.Id == s.Zone);
        var e = model.Events.ToList().IndexOf(s.Event);
        var choices = Domain(model, zone, global)
            .SelectMany(
                (d, i) =>
                    s
                        .Windows.SelectMany(w => Enumeration.Minutes(d, w))
                        .Select(p =>
                            s.Role == ClockRole.Report
                                ? $"(and (= z{zone} {i}) (< t{e} {p.Until}))"
                                : $"(and (= z{zone} {i}) (>= t{e} {p.From}) (< t{e} {p.Until}))"
                        )
            );
        return $"(or false {string.Join(' ', choices)})";
    }

    private static string Difference(TemporalModel model, string from, string to, Bound? lower, Bound? upper)
    {
        var (a, b) = (model.Events.ToList().IndexOf(from), model.Events.ToList().IndexOf(to));
        var parts = new List<string>();
        if (lower is { } l)
            parts.Add($"({(l.Strict ? ">" : ">=")} (- t{b} t{a}) {Number(l)})");

        if (upper is { } u)
            parts.Add($"({(u.Strict ? "<" : "<=")} (- t{b} t{a}) {Number(u)})");

        return Conjunction(parts);
    }

    private static string Number(Bound b) =>
        b.Value.TotalMinutes < 0
            ? string.Create(CultureInfo.InvariantCulture, $"(- {-b.Value.TotalMinutes})")
            : b.Value.TotalMinutes.ToString(CultureInfo.InvariantCulture);

    private static string Conjunction(IEnumerable<string> parts) => $"(and true {string.Join(' ', parts)})";

    [DllImport(Library)]
    private static extern nint Z3_mk_config();

    [DllImport(Library)]
    private static extern void Z3_del_config(nint config);

    [DllImport(Library)]
    private static extern nint Z3_mk_context(nint config);

    [DllImport(Library)]
    private static extern void Z3_del_context(nint context);

    [DllImport(Library)]
    private static extern nint Z3_eval_smtlib2_string(nint context, [MarshalAs(UnmanagedType.LPUTF8Str)] string text);
}
