using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>Recurrent layers whose state has the size that an attribute names: X [sequence, batch, input].</summary>
internal abstract class StatedRecurrentOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Dimension directions = c.String("direction", "forward") == "bidirectional" ? 2 : 1;
        Dimension hidden = Dims.Of(c.Int("hidden_size", -1));
        (Dimension sequence, Dimension batch) = c.Shape(0) is { Rank: 3 } x ? (x[0], x[1]) : default;
        var state = new Shape(directions, batch, hidden);
        c.Set(0, c.Type(0), new Shape(sequence, directions, batch, hidden));
        c.Set(1, c.Type(0), state);
        c.Set(2, c.Type(0), state);
    }
}

/// <summary>DynamicQuantizeLSTM: LSTM with quantized weights; the data is quantized when it is there.</summary>
[Defines("DynamicQuantizeLSTM", Domains.Microsoft)]
internal sealed class DynamicQuantizeLSTMOperator : StatedRecurrentOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|DynamicQuantizeLSTM|1||X:T:float:;W:T2:uint8/int8:;R:T2:uint8/int8:;B:T:float:?;sequence_lens:T1:int32:?;initial_h:T:float:?;initial_c:T:float:?;P:T:float:?;W_scale:T:float:;W_zero_point:T2:uint8/int8:;R_scale:T:float:;R_zero_point:T2:uint8/int8:|Y:T:float:?;Y_h:T:float:?;Y_c:T:float:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;input_forget:int=0
        """;
}

/// <summary>AttnLSTM: LSTM whose cells attend to a memory.</summary>
[Defines("AttnLSTM", Domains.Microsoft)]
internal sealed class AttnLSTMOperator : StatedRecurrentOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|AttnLSTM|1||X:T:float/double:;W:T:float/double:;R:T:float/double:;B:T:float/double:?;sequence_lens:T1:int32:?;initial_h:T:float/double:?;initial_c:T:float/double:?;P:T:float/double:?;QW:T:float/double:?;MW:T:float/double:?;V:T:float/double:?;M:T:float/double:?;memory_seq_lens:T1:int32:?;AW:T:float/double:?|Y:T:float/double:?;Y_h:T:float/double:?;Y_c:T:float/double:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;input_forget:int=0
        """;
}
