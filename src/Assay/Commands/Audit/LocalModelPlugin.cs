using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using Assay.Cases.Models;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary>The plug-in for language models in a file: no part of the program, and loaded where it is there.</summary>
internal static class LocalModelPlugin
{
    /// <summary>The variable of the environment that names its folder.</summary>
    public const string FolderVariable = "ASSAY_LOCAL_MODEL";

    private const string Name = "Assay.LocalModel";
    private const string FolderName = "local-model";
    private const int ShownOfHash = 16;

    /// <summary>Loads a model: where it is asked, and what answers.</summary>
    /// <param name="file">A file of the GGUF format.</param>
    public static Result<(ModelEndpoint Endpoint, HttpMessageHandler Handler)> Open(string file)
    {
        if (Find() is not { } plugin)
            return new Error(
                ErrorKind.Usage,
                "--model-file needs the plug-in for local models, and it is not there.",
                $"Build it once: dotnet publish src/{Name} -c Release -o out/{FolderName}; or name its folder in {FolderVariable}."
            );
        var hash = HashOf(file);
        if (!hash.Succeeded)
            return hash.Error;
        try
        {
            var open = new PluginContext(plugin).LoadFromAssemblyPath(plugin).GetType($"{Name}.LocalModelHandler")!.GetMethod("Open")!;
            var handler = open.CreateDelegate<Func<string, HttpMessageHandler>>()(Path.GetFullPath(file));
            return (ModelEndpoint.OfFile(file, hash.Value[..ShownOfHash]), handler);
        }
        catch (InvalidDataException e)
        {
            return new Error(ErrorKind.Input, e.Message, "A model is a file of the GGUF format.", new Location(file));
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or FileNotFoundException or NullReferenceException)
        {
            return new Error(
                ErrorKind.Input,
                $"The plug-in for local models cannot be loaded: {Printable.Of(e.Message)}",
                "Build it anew, from the same version of Assay.",
                new Location(plugin)
            );
        }
    }

    private static Result<string> HashOf(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(ErrorKind.Input, "The model cannot be read.", "Check its name and its permissions.", new Location(file));
        }
    }

    // The folder that is named; else beside the program, or beside its folder.
    private static string? Find()
    {
        string?[] folders =
        [
            Environment.GetEnvironmentVariable(FolderVariable),
            Path.Combine(AppContext.BaseDirectory, FolderName),
            Path.Combine(AppContext.BaseDirectory, "..", FolderName),
        ];
        return folders
            .Where(f => !string.IsNullOrEmpty(f))
            .Select(f => Path.GetFullPath(Path.Combine(f!, Name + ".dll")))
            .FirstOrDefault(File.Exists);
    }

    // What the plug-in brings is its own; what the runtime has is shared.
    private sealed class PluginContext(string plugin) : AssemblyLoadContext(LocalModelPlugin.Name)
    {
        private readonly AssemblyDependencyResolver own = new(plugin);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            own.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            own.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
    }
}
