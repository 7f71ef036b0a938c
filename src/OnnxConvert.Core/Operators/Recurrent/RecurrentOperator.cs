using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Recurrent;

/// <summary>RNN, GRU and LSTM: X [seq, batch, input], R [directions, gates * hidden, hidden]; layout 1 puts batch first.</summary>
[Defines("RNN"), Defines("GRU"), Defines("LSTM")]
internal sealed class RecurrentOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        bool isBatchFirst = c.Int("layout", 0) != 0;
        Dimension directions = c.String("direction", "forward") == "bidirectional" ? 2 : 1;
        Dimension hidden = c.HasAttribute("hidden_size") ? Dims.Of(c.Int("hidden_size", 0)) : c.Shape(2) is { Rank: 3 } r ? r[2] : Dimension.Unknown;
        Dimension sequence = Dimension.Unknown;
        Dimension batch = Dimension.Unknown;
        if (c.Shape(0) is { Rank: 3 } x)
            (sequence, batch) = isBatchFirst ? (x[1], x[0]) : (x[0], x[1]);

        Shape state = isBatchFirst ? new Shape(batch, directions, hidden) : new Shape(directions, batch, hidden);
        c.Set(0, c.Type(0), isBatchFirst ? new Shape(batch, sequence, directions, hidden) : new Shape(sequence, directions, batch, hidden));
        c.Set(1, c.Type(0), state);
        c.Set(2, c.Type(0), state);
    }
}
