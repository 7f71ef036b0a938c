using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TFLite Micro's SignalFilterBank → MatMul of integers: the weighted sums of energies (n) in overlapping channels. Inputs energies, weights, what is left of each for the channel before, and of each channel first energy, first weight, and width.</summary>
/// <remarks>There is one channel more than results: of the first one only what is left counts, towards the second.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "SignalFilterBank", Restrictions = "constant weights, a known number of energies")]
internal sealed class SignalFilterBankHandler : IOpHandler
{
    private const int MaxChannels = 1 << 12;

    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int count = op.TableLength(op.Size(0, 0), "the energies");
        int channels = op.RequireInt(op.OptionMap(), "num_channels", 1, MaxChannels);
        var matrix = new long[op.TableLength((long)count * channels, "the weights")];
        (long[] weights, long[] rest) = (op.RequireInts(1, "the weights"), op.RequireInts(2, "the weights of the channels before"));
        (long[] starts, long[] firsts, long[] widths) = (op.RequireInts(3, "the first energies"), op.RequireInts(4, "the first weights"), op.RequireInts(5, "the widths"));
        for (int channel = 0; channel <= channels; channel++)
        {
            for (long i = 0; i < widths[channel]; i++)
            {
                long row = (starts[channel] + i) * channels;
                if (channel > 0)
                    matrix[row + channel - 1] += weights[firsts[channel] + i];
                if (channel < channels)
                    matrix[row + channel] += rest[firsts[channel] + i];
            }
        }

        Value energies = emit.Reshape(emit.Cast(op.Declared(0), ElementType.Int64), 1, count);
        Value sums = emit.MatMul(energies, emit.Const(TensorData.Create<long>(matrix, count, channels), "filters"));
        op.DeclaredResult(0, emit.Cast(emit.Reshape(sums, channels), ElementType.UInt64));
    }
}
