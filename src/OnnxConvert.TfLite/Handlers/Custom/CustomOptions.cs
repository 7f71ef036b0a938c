using System.Buffers.Binary;
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The options of a custom operator: bytes whose meaning is a matter of the operator, mostly a FlexBuffer map or a C structure.</summary>
internal static class CustomOptions
{
    /// <summary>The options as they are; empty when there are none.</summary>
    internal static ReadOnlyMemory<byte> OptionBytes(this OpContext op) => op.Node.Attributes.Find("custom_options")?.StringBytes ?? default;

    /// <summary>The options by name, of an operator that keeps them in a FlexBuffer map.</summary>
    internal static FlexMap OptionMap(this OpContext op) => FlexMap.Parse(op.OptionBytes());

    /// <summary>The first fields of options that are a C structure of 32-bit integers. What lies behind them is padding, or for the runtime to fill in.</summary>
    /// <exception cref="UnsupportedModelException">There are fewer bytes.</exception>
    internal static int[] OptionFields(this OpContext op, int count)
    {
        ReadOnlySpan<byte> bytes = op.OptionBytes().Span;
        if (bytes.Length < count * sizeof(int))
            throw op.NotSupported($"has options of {bytes.Length} bytes; it is defined with at least {count * sizeof(int)}");
        var fields = new int[count];
        for (int i = 0; i < count; i++)
            fields[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * sizeof(int))..]);
        return fields;
    }

    /// <summary>An option that must be an integer within bounds.</summary>
    /// <exception cref="UnsupportedModelException">It is not there, or not within.</exception>
    internal static int RequireInt(this OpContext op, FlexMap options, string name, int min, int max = int.MaxValue) =>
        options.TryGetInt(name, out long value) && value >= min && value <= max
            ? (int)value
            : throw op.NotSupported($"its option {name} must be an integer from {min} to {max}");

    /// <summary>An option that must be a list of integers that are not negative.</summary>
    /// <exception cref="UnsupportedModelException">It is not there, or something else.</exception>
    internal static long[] RequireInts(this OpContext op, FlexMap options, string name)
    {
        if (!options.TryGet(name, out FlexValue list) || !list.IsVector)
            throw op.NotSupported($"its option {name} must be a list of integers");
        var values = new long[op.TableLength(list.Count, $"the option {name}")];
        for (int i = 0; i < values.Length; i++)
        {
            if (!list[i].TryGetInt(out values[i]) || values[i] < 0)
                throw op.NotSupported($"its option {name} must hold integers that are not negative");
        }

        return values;
    }

    /// <summary>A float option; <paramref name="otherwise"/> when it is left out.</summary>
    internal static float FloatOption(FlexMap options, string name, float otherwise = 0) =>
        options.TryGetFloat(name, out double value) ? (float)value : otherwise;
}
