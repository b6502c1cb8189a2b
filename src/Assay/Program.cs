using System.CommandLine;
using Assay.Commands;

var root = new RootCommand("Assay puts an account to the test: its clocks, its voices, its trade figures.");
return await root.Parse(args).InvokeAsync();
