using System.Reflection;
using System.Reflection.Emit;

namespace Assay.Tests.Architecture;

/// <summary>The types that a type mentions: in its bases, its members' signatures and attributes, and the code of its methods.</summary>
internal static class TypeUses
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>Every type mentioned, taken apart into generic type, arguments and elements; repeated as often as mentioned.</summary>
    public static IEnumerable<Type> Of(Type type) =>
        new[] { type.BaseType }
            .Concat(type.GetInterfaces())
            .Concat(type.GetCustomAttributesData().Select(a => a.AttributeType))
            .Concat(type.GetMembers(Own).SelectMany(Mentioned))
            .SelectMany(Parts);

    /// <summary>Every method and constructor that the code of a type's own methods names; repeated as often as named.</summary>
    public static IEnumerable<MethodBase> Calls(Type type) =>
        type.GetMembers(Own)
            .OfType<MethodBase>()
            .SelectMany(m => Tokens(m.GetMethodBody()?.GetILAsByteArray() ?? []).Select(token => Named(m, token)))
            .OfType<MethodBase>();

    private static IEnumerable<Type?> Mentioned(MemberInfo member) =>
        member switch
        {
            FieldInfo f => [f.FieldType],
            PropertyInfo p => [p.PropertyType],
            EventInfo e => [e.EventHandlerType],
            MethodBase m => [(m as MethodInfo)?.ReturnType, .. m.GetParameters().Select(p => p.ParameterType), .. Body(m)],
            _ => [],
        };

    private static IEnumerable<Type?> Body(MethodBase method) =>
        method.GetMethodBody() is not { } body
            ? []
            : body
                .LocalVariables.Select(l => l.LocalType)
                .Concat(body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause).Select(c => c.CatchType))
                .Concat(Tokens(body.GetILAsByteArray() ?? []).SelectMany(token => Resolved(method, token)));

    private static IEnumerable<Type?> Resolved(MethodBase method, int token) =>
        Named(method, token) switch
        {
            Type named => [named],
            MethodInfo m => [m.DeclaringType, m.ReturnType, .. m.IsGenericMethod ? m.GetGenericArguments() : []],
            MemberInfo other => [other.DeclaringType],
            null => [],
        };

    private static MemberInfo? Named(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } t ? t.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod);
    }

    // The operands of a method's instructions that name a field, a method or a type.
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length; )
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var operation = Codes[value];
            at += operation.Size;
            if (
                operation.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
                yield return BitConverter.ToInt32(code, at);
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Parts(Type? type) =>
        type is null ? []
        : type.HasElementType ? Parts(type.GetElementType())
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];
}
