using System.Globalization;
using System.Text;

namespace OnnxConvert.OrtFormat;

/// <summary>Writes configurations in the order and with the spaces of ONNX Runtime's own converter.</summary>
internal static class ConfigurationWriter
{
    public static string Write(RequiredOperators required)
    {
        var text = new StringBuilder();
        foreach (string comment in required.Comments)
            text.Append(comment.Length == 0 ? "#" : $"# {comment}").Append('\n');
        if (required.GloballyAllowedTypes is { } types)
            text.Append(CultureInfo.InvariantCulture, $"{ConfigurationReader.GloballyAllowedTypes}{string.Join(',', types)}\n");
        if (required.NoneMeansAll)
            text.Append(CultureInfo.InvariantCulture, $"{ConfigurationReader.NoneMeansAll}\n");
        // Operators are sorted by domain and version, so groups come out in order.
        foreach (var line in required.Operators.GroupBy(op => (op.DisplayDomain, op.Version)))
        {
            string operators = string.Join(',', line.Select(op => op.OpType + required.TypesOf(op.Domain, op.OpType)));
            text.Append(CultureInfo.InvariantCulture, $"{line.Key.DisplayDomain};{line.Key.Version};{operators}\n");
        }

        return text.ToString();
    }
}
