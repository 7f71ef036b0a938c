using System.Globalization;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>The releases of ONNX Runtime, and what each takes at most.</summary>
/// <remarks>
/// Until 1.15 from ONNX Runtime's compatibility table (docs/Versioning.md), where a line also holds for the releases until the
/// next one; from 1.16 on observed, as are the kernels (see <see cref="StockKernels"/>). A release is named without its patch.
/// </remarks>
internal static class RuntimeReleases
{
    private static readonly (string Name, int Opset, int MlOpset, int IrVersion)[] Documented =
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
    ];

    private static readonly (string Name, int Opset, int MlOpset, int IrVersion)[] Observed =
        [.. StockKernels.Lines(StockKernelData.Releases).Select(line => line.Split('|')).Select(fields => (Minor(fields[0]), Number(fields[1]), Number(fields[2]), Number(fields[3])))];

    /// <summary>The first release whose kernels are known.</summary>
    public static string OldestExamined => Observed[0].Name;

    /// <summary>The last release whose kernels are known.</summary>
    public static string NewestExamined => Observed[^1].Name;

    /// <summary>The last release of all, with its patch.</summary>
    public static string Newest { get; } = StockKernels.Lines(StockKernelData.Releases)[^1].Split('|')[0];

    /// <summary>The opset of the last release.</summary>
    public static int NewestOpset => Observed[^1].Opset;

    /// <summary>The IR version of the last release.</summary>
    public static int NewestIrVersion => Observed[^1].IrVersion;

    /// <summary>The name of the release that the table of kernels gives a number.</summary>
    public static string Examined(int index) => Observed[index].Name;

    /// <summary>The first release that takes all three; null if none does.</summary>
    public static string? FirstWith(long opset, long mlOpset, long irVersion) =>
        Documented.Concat(Observed).FirstOrDefault(row => row.Opset >= opset && row.MlOpset >= mlOpset && row.IrVersion >= irVersion).Name;

    /// <summary>The first release that reads a version of the ORT format.</summary>
    public static string FirstWithFormat(int version) => version switch
    {
        <= 1 => "1.5",
        2 => "1.6",
        3 => "1.7",
        4 => "1.8",
        5 => "1.13",
        _ => "1.16",
    };

    /// <summary>The later of two releases.</summary>
    public static string Later(string first, string second) => Version.Parse(first) >= Version.Parse(second) ? first : second;

    private static string Minor(string release) => release[..release.LastIndexOf('.')];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
