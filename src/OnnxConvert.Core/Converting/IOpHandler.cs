namespace OnnxConvert.Converting;

/// <summary>Converts one operator of a source format to ONNX. Handlers have no state: one instance serves all nodes.</summary>
public interface IOpHandler
{
    /// <summary>Emits ONNX nodes that mean the same as <see cref="OpContext.Node"/> and sets each of its results.</summary>
    /// <param name="op">The node, views of its inputs, and the emitter.</param>
    /// <exception cref="UnsupportedModelException">The node uses what cannot be expressed; create it by <see cref="OpContext.NotSupported"/>.</exception>
    void Convert(OpContext op);
}
