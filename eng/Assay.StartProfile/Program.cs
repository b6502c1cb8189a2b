using System.Diagnostics;
using Assay.StartProfile;

// Writes src/Assay/audit.mibc: the instances of generic methods that audits of the files named run through. The compiler that prepares
// a published program leaves most of them out by itself, since they are reached through interfaces alone; each would be compiled anew
// at every start.
if (args.Length == 0)
{
    Console.Error.WriteLine("dotnet run -c Release --project eng/Assay.StartProfile -- FILE...");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("assay-start-");
try
{
    var methods = new SortedDictionary<string, System.Reflection.MethodBase>(StringComparer.Ordinal);
    foreach (var file in args)
    {
        var trace = Path.Combine(folder.FullName, "start.nettrace");
        Audit(file, trace, Path.Combine(folder.FullName, "dossier"));
        foreach (var method in StartTrace.Read(trace))
            methods.TryAdd(StartTrace.NameOf(method), method);
        Console.WriteLine($"{methods.Count} after {Path.GetFileName(file)}");
    }
    ProfileFile.Write(Path.Combine(Root(), "src", "Assay", "audit.mibc"), methods.Values);
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

// Without code compiled ahead of time, so that nothing the audit needs is missing from the trace because it stood in some image.
static void Audit(string file, string trace, string dossier)
{
    var program = Path.Combine(AppContext.BaseDirectory, "assay.dll");
    var start = new ProcessStartInfo("dotnet", [program, "audit", file, "--out", dossier]) { RedirectStandardOutput = true };
    start.Environment["DOTNET_ReadyToRun"] = "0";
    start.Environment["DOTNET_EnableEventPipe"] = "1";
    start.Environment["DOTNET_EventPipeConfig"] = StartTrace.Events;
    start.Environment["DOTNET_EventPipeRundown"] = "0";
    start.Environment["DOTNET_EventPipeOutputPath"] = trace;
    using var process = Process.Start(start)!;
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"The audit of {file} ended with {process.ExitCode}.");
}

static string Root()
{
    var at = new DirectoryInfo(AppContext.BaseDirectory);
    while (!File.Exists(Path.Combine(at!.FullName, "Assay.slnx")))
        at = at.Parent;
    return at.FullName;
}
