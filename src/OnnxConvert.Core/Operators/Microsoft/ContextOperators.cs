namespace OnnxConvert.Operators.Microsoft;

/// <summary>EPContext: what a provider has compiled.</summary>
[Defines("EPContext", Domains.Microsoft)]
internal sealed class EPContextOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|EPContext|1||inputs:T:float16/float/double/bfloat16/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool:~0|outputs:T:float16/float/double/bfloat16/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool:~1|embed_mode:int=1;ep_cache_context:string;ep_sdk_version:string;hardware_architecture:string;main_context:int=1;max_size:int=0;notes:string;onnx_model_filename:string;partition_name:string;source:string
        """;
}

/// <summary>Snpe: a compiled model of Qualcomm's engine.</summary>
[Defines("Snpe", Domains.Microsoft)]
internal sealed class SnpeOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|Snpe|1||inputs:T:float/uint8/uint16:*1|outputs:T:float/uint8/uint16:*1|DLC:string!;notes:string;snpe_version:string;target_device:string
        """;
}
