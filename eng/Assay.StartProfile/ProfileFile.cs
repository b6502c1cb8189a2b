using System.Reflection;
using System.Reflection.Emit;

namespace Assay.StartProfile;

/// <summary>
/// Writes methods in the form in which the compiler that works ahead of time takes its profiles: an assembly whose global method
/// <c>AssemblyDictionary</c> loads a group's name and the token of a method, which in turn loads the token of each method of the group.
/// </summary>
internal static class ProfileFile
{
    /// <summary>Writes a profile.</summary>
    /// <param name="file">The file.</param>
    /// <param name="methods">The methods, every type argument given.</param>
    public static void Write(string file, IEnumerable<MethodBase> methods)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(Path.GetFileName(file)), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(Path.GetFileName(file));
        var group = Define(module, "Methods");
        var code = group.GetILGenerator();
        foreach (var method in methods)
        {
            if (method is MethodInfo named)
                code.Emit(OpCodes.Ldtoken, named);
            else
                code.Emit(OpCodes.Ldtoken, module.GetMethodMetadataToken((ConstructorInfo)method));
            code.Emit(OpCodes.Pop);
        }
        code.Emit(OpCodes.Ret);
        code = Define(module, "AssemblyDictionary").GetILGenerator();
        foreach (var name in Names())
        {
            code.Emit(OpCodes.Ldstr, name + ";");
            code.Emit(OpCodes.Ldtoken, group);
            code.Emit(OpCodes.Pop);
        }
        code.Emit(OpCodes.Ret);
        module.CreateGlobalFunctions();
        assembly.Save(file);
    }

    // A group is read where it is named for the first of the assemblies compiled together, whichever that is.
    private static IEnumerable<string> Names() =>
        Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal);

    private static MethodBuilder Define(ModuleBuilder module, string name) =>
        module.DefineGlobalMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), Type.EmptyTypes);
}
