using System.Globalization;

namespace OnnxConvert.Cli.Convert;

/// <summary>Sizes as people read them.</summary>
internal static class FileSizes
{
    /// <summary>Such as <c>412 B</c>, <c>15.2 KB</c>, <c>13.4 MB</c>; units of 1024.</summary>
    public static string Text(long bytes)
    {
        string[] units = ["KB", "MB", "GB", "TB"];
        if (bytes < 1024)
            return string.Create(CultureInfo.InvariantCulture, $"{bytes} B");
        double value = bytes / 1024.0;
        int unit = 0;
        while (value >= 1023.95 && unit < units.Length - 1)
        {
            value /= 1024;
            unit++;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {units[unit]}");
    }
}
