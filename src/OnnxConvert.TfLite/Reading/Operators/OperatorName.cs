using System.Globalization;
using OnnxConvert.TfLite.Schema;

namespace OnnxConvert.TfLite.Reading;

/// <summary>What a node is called: its domain and operator type.</summary>
internal readonly record struct OperatorName(string Domain, string OpType)
{
    // In the old one-byte field: the code is in builtin_code, since it is above what a byte holds.
    private const int PlaceholderForGreaterCodes = 127;

    /// <summary>The names of all the operator codes of a model.</summary>
    /// <exception cref="InvalidModelException">A code is negative, or a custom operator has no name.</exception>
    public static OperatorName[] ReadAll(Model model)
    {
        var names = new OperatorName[model.OperatorCodesLength];
        for (int i = 0; i < names.Length; i++)
            names[i] = Read(model.OperatorCodes(i)!.Value, i);
        return names;
    }

    private static OperatorName Read(OperatorCode source, int index)
    {
        // Old files have only the one-byte field, some files only the other: each is 0 where it is not used.
        int old = source.DeprecatedBuiltinCode == PlaceholderForGreaterCodes ? 0 : source.DeprecatedBuiltinCode;
        int code = Math.Max((int)source.BuiltinCode, old);
        if (source.BuiltinCode < 0 || source.DeprecatedBuiltinCode < 0)
            throw new InvalidModelException($"Operator code {index} has the builtin code {(int)source.BuiltinCode} and the old code {source.DeprecatedBuiltinCode}.");
        if (code != (int)BuiltinOperator.CUSTOM)
            return new OperatorName(TfLiteOps.Domain, TfLiteOps.NameOf(code) ?? string.Create(CultureInfo.InvariantCulture, $"BUILTIN_{code}"));
        return string.IsNullOrEmpty(source.CustomCode)
            ? throw new InvalidModelException($"Operator code {index} is a custom operator without a name.")
            : new OperatorName(TfLiteOps.CustomDomain, source.CustomCode);
    }
}
