namespace OnnxConvert.OrtFormat;

/// <summary>Which release of ONNX Runtime first takes an opset or a version of the file format.</summary>
/// <remarks>
/// From ONNX Runtime's compatibility table (docs/Versioning.md) and, for the last line, observed; releases between the last two
/// lines take something in between.
/// </remarks>
internal static class RuntimeReleases
{
    private static readonly (string Release, int Opset, int MlOpset, int IrVersion)[] Table =
    [
        ("1.0", 11, 2, 6),
        ("1.3", 12, 2, 7),
        ("1.6", 13, 2, 7),
        ("1.8", 14, 2, 7),
        ("1.9", 15, 2, 8),
        ("1.11", 16, 2, 8),
        ("1.12", 17, 3, 8),
        ("1.14", 18, 3, 8),
        ("1.15", 19, 3, 9),
        ("1.17", 20, 4, 9),
        ("1.18", 21, 5, 10),
        ("1.21", 22, 5, 10),
        ("1.23", 23, 5, 11),
        (StockKernelData.Version, StockKernelData.NewestOpset, 5, StockKernelData.NewestIrVersion),
    ];

    /// <summary>The first release known to take all three; null if none is.</summary>
    public static string? FirstWith(long opset, long mlOpset, long irVersion) =>
        Table.FirstOrDefault(row => row.Opset >= opset && row.MlOpset >= mlOpset && row.IrVersion >= irVersion).Release;
}
