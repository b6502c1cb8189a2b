using System.CommandLine;
using Assay.Commands;
using Assay.Commands.Audit;
using Assay.Commands.Time;
using Assay.Commands.Trade;

var root = new RootCommand("Assay puts an account to the test: its clocks, its voices, its trade figures.");
root.Add(AuditCommand.Create());
root.Add(TimeCommand.Create());
root.Add(TradeCommand.Create());
var parsed = root.Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
