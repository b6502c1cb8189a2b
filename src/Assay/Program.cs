using Assay;

return await CommandLine.RunAsync(args);
