using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// odml.scaled_dot_product_attention → MatMul, Add, Softmax, MatMul. Inputs queries (B, S, H, D), keys and values (B, T, K, D), and a
/// mask that is added to the scores, (B or 1, H or 1, S, T); output (B, S, H, D). K divides H: each key head serves H / K neighbouring query heads.
/// </summary>
/// <remarks>The option scale is 1 / √D where it is left out or not positive. Attention (23) computes the same; ONNX Runtime's CPU kernel for it is no faster.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "odml.scaled_dot_product_attention", Restrictions = "known numbers of heads")]
internal sealed class ScaledDotProductAttentionHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        (long heads, long keyHeads, long size) = (op.Size(0, 2), op.Size(1, 2), op.Size(0, 3));
        if (keyHeads == 0 || heads % keyHeads != 0)
            throw op.NotSupported($"has {heads} query heads for {keyHeads} key heads; their number must be a multiple", op.Input(1));
        float scale = CustomOptions.FloatOption(op.OptionMap(), "scale");
        if (!(scale > 0))
            scale = 1 / MathF.Sqrt(size);

        Value query = emit.Transpose(emit.Mul(op.Real(0), emit.Const(scale)), 0, 2, 1, 3);
        Value key = emit.Transpose(op.Real(1), 0, 2, 3, 1);
        Value value = emit.Transpose(op.Real(2), 0, 2, 1, 3);
        bool isShared = keyHeads > 1 && keyHeads < heads;
        Value scores = Join(emit.MatMul(Split(query), Spread(key)));
        Value weights = emit.SoftmaxLast("Softmax", emit.Add(scores, op.Real(3)), 4);
        op.Result(0, emit.Transpose(Join(emit.MatMul(Split(weights), Spread(value))), 0, 2, 1, 3));

        // Several key heads that each serve several query heads get a dimension for these, along which they are broadcast.
        Value Split(Value x) => isShared ? emit.Reshape(x, Sizes(x, keyHeads, heads / keyHeads)) : x;
        Value Spread(Value x) => isShared ? emit.Unsqueeze(x, 2) : x;
        Value Join(Value x) => isShared ? emit.Reshape(x, Sizes(x, heads)) : x;

        Value Sizes(Value x, params ReadOnlySpan<long> ofHeads)
        {
            int rank = x.Shape!.Rank;
            return emit.Concat([emit.Size(x, 0), emit.Ints(ofHeads), emit.Size(x, rank - 2), emit.Size(x, rank - 1)], 0);
        }
    }
}
