namespace OnnxConvert.Onnx.Files;

/// <summary>Which IR version goes with which opset: that of the first ONNX release with the opset (ONNX's table of released versions).</summary>
internal static class IrVersions
{
    public const long Latest = 13;

    public static long ForOpset(long opset) => opset switch
    {
        <= 8 => 3,
        9 => 4,
        10 => 5,
        11 => 6,
        <= 14 => 7,
        <= 18 => 8,
        <= 20 => 9,
        <= 22 => 10,
        23 => 11,
        24 => 12,
        _ => Latest,
    };
}
