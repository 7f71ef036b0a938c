using Microsoft.Extensions.Logging;

namespace OnnxConvert.Converting;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Converted {Format}: {Operators} operators became {Nodes} ONNX nodes at opset {Opset}.")]
    internal static partial void Converted(ILogger logger, string format, int operators, int nodes, int opset);

    [LoggerMessage(2, LogLevel.Debug, "{Pass} changed the graph, which now has {Nodes} nodes.")]
    internal static partial void PassChanged(ILogger logger, string pass, int nodes);

    [LoggerMessage(3, LogLevel.Debug, "{Rewriter} replaced a pattern that ends at {Node}.")]
    internal static partial void Rewrote(ILogger logger, string rewriter, string node);
}
