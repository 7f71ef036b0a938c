namespace OnnxConvert.TfLite.Reading;

/// <summary>Block-wise quantization as the file has it: the parameters are tensors of the same subgraph.</summary>
/// <param name="Scales">The index of the tensor of scales.</param>
/// <param name="ZeroPoints">The index of the tensor of zero points, or -1.</param>
/// <param name="BlockSize">The number of elements of a block.</param>
/// <param name="Axes">The quantized dimensions, where the file states them.</param>
internal sealed record BlockParameters(int Scales, int ZeroPoints, int BlockSize, int[] Axes);
