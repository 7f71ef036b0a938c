namespace OnnxConvert.Operators.Microsoft.Signals;

/// <summary>Rfft: the Fourier transform of reals.</summary>
[Defines("Rfft", Domains.Microsoft)]
internal sealed class RfftOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|Rfft|1||X:T:float16/float/double:|Y:T:float16/float/double:|normalized:int=0;onesided:int=1;signal_ndim:int=1
        """;
}

/// <summary>Irfft: reals from their Fourier transform.</summary>
[Defines("Irfft", Domains.Microsoft)]
internal sealed class IrfftOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|Irfft|1||X:T:float16/float/double:|Y:T:float16/float/double:|normalized:int=0;onesided:int=1;signal_ndim:int!
        """;
}
