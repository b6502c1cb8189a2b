using Assay.Commands;

return await CommandLine.RunAsync(args);
