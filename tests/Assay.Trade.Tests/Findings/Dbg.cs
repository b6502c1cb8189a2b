using Assay.Trade.Simulation; using Assay.Trade.Validation;
namespace Assay.Trade.Tests.Findings;
public sealed class Dbg { [Fact] public void D() {
 for (ulong seed=1; seed<=2; seed++) { var sw=System.Diagnostics.Stopwatch.StartNew();
 var t = WorldTrial.Run(new SyntheticOptions{Seed=seed});
 Console.WriteLine($"seed {seed} {sw.ElapsedMilliseconds} ms {t.Report.Method} pool {t.Report.PlaceboCells} cells {t.Ours.Cells} flagged {t.Ours.Flagged} naive {t.Naive.Flagged}");
 foreach (var k in t.Ours.Planted.Keys.Order()) Console.WriteLine($"  size {k}: planted {t.Ours.Planted[k]} ours {t.Ours.Recalled[k]} naive {t.Naive.Recalled[k]}");
 Console.WriteLine($"  recall50 {t.Ours.Recall(0.5):F2} naive {t.Naive.Recall(0.5):F2} p@k {t.Ours.AtK:F2} naive {t.Naive.AtK:F2}");
 foreach (var f in t.Report.Findings.Take(30)) Console.WriteLine($"  {f.Rank} {f.Destination} {f.Product} B {f.Before:0} A {f.After:0} X0 {f.Counterfactual:0} E- {f.ExcessLow:0} L {f.Loss:0} F {f.Onward:0}/{f.OnwardLow:0} M {f.Missing:0} D {f.Floor:0} p {f.P:F4} q {f.Q:F3}");
 var w=new SyntheticWorld(new SyntheticOptions{Seed=seed}); foreach (var d in w.Planted.Where(d=>d.IsDiversion)) { var f=t.Report.Findings.FirstOrDefault(x=>x.Destination==d.Destination&&x.Product==d.DeclaredAs); Console.WriteLine($"  T {d.Destination} {d.Product}->{d.DeclaredAs} lag {d.Lag} size {d.Size:F2} onw {d.Onward} div {d.Diverted:0} | {f?.Rank} E {f?.Excess:0} E- {f?.ExcessLow:0} F {f?.Onward:0}/{f?.OnwardLow:0} M {f?.Missing:0} L {f?.Loss:0} q {f?.Q:F3}"); }
 var pl = WorldTrial.Run(new SyntheticOptions{Seed=seed, Effective=0, Months=48}, 202301); Console.WriteLine($"  placebo flagged {pl.Ours.Flagged} p05 {pl.Report.Findings.Count(f=>f.P<=0.05)} naive {pl.Naive.Flagged} of {pl.Ours.Cells}");
 } } }
