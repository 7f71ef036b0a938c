namespace OnnxConvert.TfLite.Handlers;

/// <summary>Where the tensors of an LSTM cell stand among an operator's inputs, each time for the input, forget, cell and output gate.</summary>
/// <param name="Weights">The first of four weights of the input.</param>
/// <param name="Recurrent">The first of four weights of the output state.</param>
/// <param name="Peephole">The first of three weights of the cell state; the cell gate has none.</param>
/// <param name="Bias">The first of four biases.</param>
/// <param name="Projection">The weights of the projection; its bias follows.</param>
/// <param name="State">The output state; the cell state follows.</param>
/// <param name="Auxiliary">The first of four weights of the auxiliary input; 0: the operator has none.</param>
/// <param name="Normalization">The first of four vectors of coefficients of layer normalization; 0: the operator has none.</param>
internal sealed record LstmInputs(int Weights, int Recurrent, int Peephole, int Bias, int Projection, int State, int Auxiliary, int Normalization)
{
    internal static LstmInputs Unidirectional { get; } = new(1, 5, 9, 12, 16, 18, 0, 20);

    internal static LstmInputs Forward { get; } = new(1, 5, 9, 12, 16, 35, 40, 0);

    internal static LstmInputs Backward { get; } = new(18, 22, 26, 29, 33, 37, 44, 0);
}
