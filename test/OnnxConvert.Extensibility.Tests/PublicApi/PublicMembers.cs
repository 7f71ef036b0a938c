using System.Globalization;
using System.Reflection;

namespace OnnxConvert.Extensibility.PublicApi;

/// <summary>The public surface of an assembly as text, a member a line, in an order that does not depend on the compiler.</summary>
internal static class PublicMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes()
        // What a [CompilerGenerated] nested type declares is written where the compiler put it: in its extension members.
        .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal))
        .SelectMany(type => Members(type).Prepend(Type(type)))
        .Order(StringComparer.Ordinal);

    private static string Type(Type type)
    {
        string kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        string[] bases = [.. new[] { type.BaseType }.Where(t => t is not null && t != typeof(object) && t != typeof(ValueType) && t != typeof(Enum)).Select(t => Name(t!))
            .Concat(type.GetInterfaces().Where(t => t.IsPublic).Select(Name).Order(StringComparer.Ordinal))];
        return $"{Name(type)}: {kind}{(bases.Length == 0 ? "" : " " + string.Join(", ", bases))}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        foreach (MemberInfo member in type.GetMembers(Declared))
        {
            string? text = member switch
            {
                FieldInfo { IsSpecialName: false } field when IsVisible(field.Attributes) => Field(field),
                ConstructorInfo constructor when IsVisible(constructor.Attributes) => $"{Modifiers(constructor)}{Name(type)}({Parameters(constructor)})",
                MethodInfo method when IsVisible(method.Attributes) && !method.Name.Contains('<', StringComparison.Ordinal) => Method(type, method),
                _ => null,
            };
            if (text is not null)
                yield return $"{Name(type)}: {text}";
        }
    }

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {Name(field.FieldType)} {field.Name} = {Constant(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name}";

    /// <summary>Properties show by their accessors.</summary>
    private static string Method(Type type, MethodInfo method)
    {
        string generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        bool isInit = method.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");
        return $"{(type.IsInterface ? "" : Modifiers(method))}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)}){(isInit ? " init" : "")}";
    }

    private static string Modifiers(MethodBase method) => string.Concat(
        method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "",
        method.IsStatic && !method.IsConstructor ? "static " : "",
        method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? (method as MethodInfo)!.GetBaseDefinition() == method ? "virtual " : "override " : "");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        string way = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? (parameter.IsIn ? "in " : "ref ") : "";
        string many = parameter.CustomAttributes.Any(a => a.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute") ? "params " : "";
        string value = parameter.HasDefaultValue ? $" = {Constant(parameter.RawDefaultValue)}" : "";
        return $"{many}{way}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }));

    private static string Constant(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool IsVisible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static string Name(Type type)
    {
        if (type.HasElementType)
            return Name(type.GetElementType()!) + (type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]" : type.IsPointer ? "*" : "");
        if (type.IsGenericParameter)
            return type.Name;
        string name = type.Name.Split('`')[0];
        if (type.IsNested)
            name = $"{Name(type.DeclaringType!)}.{name}";
        else if (type.Namespace != "System" && type.Namespace is { } space)
            name = $"{space}.{name}";
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
