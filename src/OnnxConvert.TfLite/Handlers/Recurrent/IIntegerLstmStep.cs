using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>One step of an LSTM cell in whole numbers, without their zero points, held as float.</summary>
internal interface IIntegerLstmStep
{
    /// <summary>What the inputs add to the gates, (..., gates * cells).</summary>
    Value OfInput(Value x);

    /// <summary>The states behind the step.</summary>
    (Value Output, Value State) Next(Emitter emit, Value ofInput, Value output, Value state);
}
