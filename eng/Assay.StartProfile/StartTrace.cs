using System.Reflection;
using Microsoft.Diagnostics.Tracing;

namespace Assay.StartProfile;

/// <summary>Reads which instances of generic methods a run compiled, from the events of the runtime.</summary>
internal sealed class StartTrace
{
    /// <summary>The events to record: modules as they are loaded, types, and methods with the arguments of their instances.</summary>
    public const string Events = "Microsoft-Windows-DotNETRuntime:0xC000080018:5";

    private const BindingFlags Every =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly Dictionary<long, LoadedType> types = [];
    private readonly Dictionary<long, string> modules = [];
    private readonly HashSet<long> compiled = [];
    private readonly Dictionary<long, LoadedMethod> methods = [];
    private readonly Dictionary<string, Module?> found = new(StringComparer.Ordinal);

    private StartTrace(string file)
    {
        using var source = new EventPipeEventSource(file);
        source.Clr.LoaderModuleLoad += m => modules[m.ModuleID] = Path.GetFileNameWithoutExtension(m.ModuleILPath);
        source.Clr.TypeBulkType += bulk =>
        {
            for (var i = 0; i < bulk.Count; i++)
            {
                var t = bulk.Values(i);
                var arguments = Enumerable.Range(0, t.TypeParameterCount).Select(n => (long)t.TypeParameterID(n)).ToArray();
                var isArray = ((int)t.Flags & 8) != 0;
                types[(long)t.TypeID] = new LoadedType((long)t.ModuleID, t.TypeNameID, isArray, t.TypeName, arguments);
            }
        };
        source.Clr.MethodJittingStarted += m => compiled.Add(m.MethodID);
        source.Clr.MethodMethodDetails += m =>
        {
            var arguments = Enumerable.Range(0, m.TypeParameterCount).Select(m.TypeParameters).ToArray();
            methods[m.MethodID] = new LoadedMethod(m.TypeID, m.MethodToken, arguments);
        };
        source.Process();
    }

    /// <summary>The instances in a trace.</summary>
    /// <param name="file">The trace; its program and this one run on the same runtime.</param>
    public static IEnumerable<MethodBase> Read(string file)
    {
        var trace = new StartTrace(file);
        return trace.compiled.Select(trace.Method).OfType<MethodBase>();
    }

    /// <summary>A name no other instance has.</summary>
    public static string NameOf(MethodBase method) =>
        $"{method.DeclaringType}::{method}[{(method.IsGenericMethod ? string.Join<Type>(',', method.GetGenericArguments()) : "")}]";

    private MethodBase? Method(long id)
    {
        if (!methods.TryGetValue(id, out var method) || TypeOf(method.Type) is not { IsArray: false } type)
            return null;
        var definition = type.GetMembers(Every).OfType<MethodBase>().FirstOrDefault(m => m.MetadataToken == method.Token);
        if (definition is not MethodInfo { IsGenericMethodDefinition: true } generic)
            return type.IsGenericType ? definition : null;
        var arguments = method.Arguments.Select(TypeOf).OfType<Type>().ToArray();
        return arguments.Length == generic.GetGenericArguments().Length ? generic.MakeGenericMethod(arguments) : null;
    }

    private Type? TypeOf(long id)
    {
        if (!types.TryGetValue(id, out var type))
            return null;
        if (type.Name == "System.__Canon") // one instance serves all classes, and any of them names it
            return typeof(string);
        if (type.IsArray)
            return TypeOf(type.Arguments[0])?.MakeArrayType();
        if (!modules.TryGetValue(type.Module, out var name) || ModuleOf(name) is not { } module || type.Token == 0)
            return null;
        var definition = module.ResolveType(type.Token);
        if (!definition.IsGenericTypeDefinition)
            return definition;
        var arguments = type.Arguments.Select(TypeOf).OfType<Type>().ToArray();
        return arguments.Length == definition.GetGenericArguments().Length ? definition.MakeGenericType(arguments) : null;
    }

    private Module? ModuleOf(string name)
    {
        if (!found.TryGetValue(name, out var module))
            found[name] = module =
                File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll")) || name.StartsWith("System.", StringComparison.Ordinal)
                    ? Assembly.Load(name).ManifestModule
                    : null;
        return module;
    }

    private sealed record LoadedType(long Module, int Token, bool IsArray, string Name, long[] Arguments);

    private sealed record LoadedMethod(long Type, int Token, long[] Arguments);
}
