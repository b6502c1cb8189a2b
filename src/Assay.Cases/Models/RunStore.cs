using System.Text.Json;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.Models;

/// <summary>A folder of runs: <c>ID.run.json</c> by the hash of its bytes, and <c>calls/KEY.json</c>, the answers that may be used
/// again.</summary>
/// <param name="folder">The folder; made where it is not there.</param>
internal sealed class RunStore(string folder)
{
    private const string Calls = "calls";

    /// <summary>Keeps a run, and gives its file.</summary>
    /// <exception cref="IOException">It could not be kept.</exception>
    public string Keep(byte[] bytes, string id)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, id + ".run.json");
        Write(file, bytes);
        return file;
    }

    /// <summary>Keeps an answer that can be used.</summary>
    public void Keep(ModelCall call)
    {
        Directory.CreateDirectory(Path.Combine(folder, Calls));
        Write(FileOf(call.Key), JsonSerializer.SerializeToUtf8Bytes(call, RunJson.Readable.ModelCall));
    }

    /// <summary>The answer to the same question, or null.</summary>
    public ModelCall? Find(string key)
    {
        if (!File.Exists(FileOf(key)))
            return null;
        try
        {
            var call = JsonSerializer.Deserialize(File.ReadAllBytes(FileOf(key)), RunJson.Default.ModelCall);
            return call?.Key == key && call.Attempts.Count > 0 ? call : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Reads a run: a file, or the id of one in the folder. One whose name is not the hash of its bytes is refused.</summary>
    public static Result<(ModelRun Run, string Id)> Read(string run, string? folder)
    {
        var file = !File.Exists(run) && folder is not null ? Path.Combine(folder, run + ".run.json") : run;
        var bytes = SourceIntake.ReadBytes(file);
        if (!bytes.Succeeded)
            return bytes.Error;
        var read = ModelRun.Read(bytes.Value, file);
        if (!read.Succeeded)
            return read.Error;
        var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.Value));
        return Path.GetFileName(file) is var name && name.EndsWith(".run.json", StringComparison.Ordinal) && name != id + ".run.json"
            ? new Error(
                ErrorKind.Input,
                "The run was changed: its name is not the hash of its bytes.",
                "Take it as it was kept.",
                new Location(file)
            )
            : (read.Value, id);
    }

    private string FileOf(string key) => Path.Combine(folder, Calls, key + ".json");

    private static void Write(string file, byte[] bytes)
    {
        var beside = $"{file}.{Environment.ProcessId}.new";
        File.WriteAllBytes(beside, bytes);
        File.Move(beside, file, overwrite: true);
    }
}
