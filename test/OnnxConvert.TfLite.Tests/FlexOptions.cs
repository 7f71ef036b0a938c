using System.Buffers.Binary;
using System.Text;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests;

/// <summary>Writes the options of custom operators: FlexBuffer maps, with everything four bytes wide, and structures of integers.</summary>
internal static class FlexOptions
{
    private const byte Width32 = 2;

    /// <summary>A map of ints, longs, floats, bools, strings and arrays of ints.</summary>
    public static NodeAttribute Map(params (string Name, object Value)[] options)
    {
        var bytes = new List<byte>();
        (string Name, object Value)[] sorted = [.. options.OrderBy(option => option.Name, StringComparer.Ordinal)];
        int[] names = [.. sorted.Select(option => Text(bytes, option.Name))];
        int[] targets = [.. sorted.Select(option => Target(bytes, option.Value))];
        Int(bytes, sorted.Length);
        int keys = bytes.Count;
        foreach (int name in names)
            Int(bytes, bytes.Count - name);
        Int(bytes, bytes.Count - keys);
        Int(bytes, 4);
        Int(bytes, sorted.Length);
        int map = bytes.Count;
        for (int i = 0; i < sorted.Length; i++)
            Int(bytes, Inline(sorted[i].Value) ?? bytes.Count - targets[i]);
        bytes.AddRange(sorted.Select(option => (byte)((Kind(option.Value) << 2) | Width32)));
        Int(bytes, bytes.Count - map);
        bytes.AddRange([(9 << 2) | Width32, 4]);
        return new NodeAttribute("custom_options", (ReadOnlyMemory<byte>)bytes.ToArray());
    }

    /// <summary>A structure of 32-bit integers.</summary>
    public static NodeAttribute Fields(params int[] fields)
    {
        var bytes = new List<byte>();
        foreach (int field in fields)
            Int(bytes, field);
        return new NodeAttribute("custom_options", (ReadOnlyMemory<byte>)bytes.ToArray());
    }

    private static int Kind(object value) => value switch { int or long => 1, float => 3, string => 5, int[] => 11, bool => 26, _ => throw new ArgumentException($"{value}") };

    private static int? Inline(object value) => value switch
    {
        int number => number,
        long number => (int)number,
        bool flag => flag ? 1 : 0,
        float number => BitConverter.SingleToInt32Bits(number),
        _ => null,
    };

    /// <summary>Where a value that lies elsewhere starts, behind its length.</summary>
    private static int Target(List<byte> bytes, object value)
    {
        if (value is string text)
        {
            Int(bytes, text.Length);
            return Text(bytes, text);
        }

        if (value is not int[] numbers)
            return 0;
        Int(bytes, numbers.Length);
        int start = bytes.Count;
        foreach (int number in numbers)
            Int(bytes, number);
        return start;
    }

    private static int Text(List<byte> bytes, string text)
    {
        int start = bytes.Count;
        bytes.AddRange(Encoding.UTF8.GetBytes(text + "\0"));
        return start;
    }

    private static void Int(List<byte> bytes, int value)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, value);
        bytes.AddRange(four);
    }
}
