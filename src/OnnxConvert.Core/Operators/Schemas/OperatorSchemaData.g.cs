// Made by: dotnet run tools/generate-onnx-schemas.cs -- PATH_TO_JSON
namespace OnnxConvert.Operators.Schemas;

/// <summary>All operator schemas as text in the assembly's data section; <see cref="OperatorSchemaParser"/> knows the form.</summary>
internal static class OperatorSchemaData
{
    public static ReadOnlySpan<byte> Types => """
        tensor(float16)
        tensor(float)
        tensor(double)
        tensor(uint8)
        tensor(uint16)
        tensor(uint32)
        tensor(uint64)
        tensor(int8)
        tensor(int16)
        tensor(int32)
        tensor(int64)
        tensor(bfloat16)
        tensor(bool)
        tensor(complex64)
        tensor(complex128)
        tensor(float8e4m3fn)
        tensor(float8e4m3fnuz)
        tensor(float8e5m2)
        tensor(float8e5m2fnuz)
        tensor(uint4)
        tensor(int4)
        tensor(float4e2m1)
        tensor(float8e8m0)
        tensor(uint2)
        tensor(int2)
        tensor(string)
        seq(tensor(uint8))
        seq(tensor(uint16))
        seq(tensor(uint32))
        seq(tensor(uint64))
        seq(tensor(int8))
        seq(tensor(int16))
        seq(tensor(int32))
        seq(tensor(int64))
        seq(tensor(float16))
        seq(tensor(float))
        seq(tensor(double))
        seq(tensor(string))
        seq(tensor(bool))
        seq(tensor(complex64))
        seq(tensor(complex128))
        optional(seq(tensor(uint8)))
        optional(seq(tensor(uint16)))
        optional(seq(tensor(uint32)))
        optional(seq(tensor(uint64)))
        optional(seq(tensor(int8)))
        optional(seq(tensor(int16)))
        optional(seq(tensor(int32)))
        optional(seq(tensor(int64)))
        optional(seq(tensor(float16)))
        optional(seq(tensor(float)))
        optional(seq(tensor(double)))
        optional(seq(tensor(string)))
        optional(seq(tensor(bool)))
        optional(seq(tensor(complex64)))
        optional(seq(tensor(complex128)))
        optional(tensor(uint8))
        optional(tensor(uint16))
        optional(tensor(uint32))
        optional(tensor(uint64))
        optional(tensor(int8))
        optional(tensor(int16))
        optional(tensor(int32))
        optional(tensor(int64))
        optional(tensor(float16))
        optional(tensor(float))
        optional(tensor(double))
        optional(tensor(string))
        optional(tensor(bool))
        optional(tensor(complex64))
        optional(tensor(complex128))
        seq(tensor(bfloat16))
        optional(seq(tensor(bfloat16)))
        optional(tensor(bfloat16))
        seq(tensor(float8e4m3fn))
        seq(tensor(float8e4m3fnuz))
        seq(tensor(float8e5m2))
        seq(tensor(float8e5m2fnuz))
        optional(tensor(float8e4m3fn))
        optional(tensor(float8e4m3fnuz))
        optional(tensor(float8e5m2))
        optional(tensor(float8e5m2fnuz))
        seq(tensor(uint4))
        seq(tensor(int4))
        optional(tensor(uint4))
        optional(tensor(int4))
        seq(tensor(float4e2m1))
        optional(tensor(float4e2m1))
        seq(tensor(float8e8m0))
        optional(tensor(float8e8m0))
        seq(tensor(uint2))
        seq(tensor(int2))
        optional(tensor(uint2))
        optional(tensor(int2))
        map(int64,string)
        map(int64,float)
        map(string,int64)
        map(int64,double)
        map(string,float)
        map(string,double)
        seq(map(string,float))
        seq(map(int64,float))
        """u8;

    public static ReadOnlySpan<byte> TypeSets => """
        0 1 2
        3 4 5 6 7 8 9 10 0 1 2
        3 4 5 6 7 8 9 10 0 1 2 11
        11 0 1 2
        5 6 9 10 0 1 2
        5 6 9 10 0 1 2 11
        10
        12
        3 4 5 6 7 8 9 10 11 0 1 2 12
        0 1 2 11
        0 1 2 11 3 4 5 6 7 8 9 10 12
        3 4 5 6 7 8 9 10 11 0 1 2 12 13 14 15 16 17 18 19 20 21 22 23 24
        3 4 5 6
        3 4 5 6 7 8 9 10
        9 10
        0 1 2 7 8 9 10 3 4 5 6 12
        0 1 2 7 8 9 10 3 4 5 6 12 25
        0 1 2 7 8 9 10 3 4 5 6 12 25 11
        0 1 2 7 8 9 10 3 4 5 6 12 25 11 15 16 17 18
        0 1 2 7 8 9 10 3 4 5 6 12 25 11 15 16 17 18 19 20
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 15 16 17 18 19 20 21
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 15 16 17 18 19 20 21 22
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 15 16 17 18 19 20 21 22 23 24
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 15 16 17 18 19 20
        1 0 11
        1
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14
        3 4 5 6 7 8 9 10 0 1 2 25 12 13 14
        26 27 28 29 30 31 32 33 34 35 36 37 38 39 40
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 21
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 21 22
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 21 22 23 24
        0 1 2 7 8 9 10 3 4 5 6 12 11 15 16 17 18
        0 1 2 7 8 9 10 3 4 5 6 19 20 12 11 15 16 17 18
        0 1 2 7 8 9 10 3 4 5 6 19 20 12 11 15 16 17 18 21
        0 1 2 7 8 9 10 3 4 5 6 19 20 12 11 15 16 17 18 21 22
        0 1 2 7 8 9 10 3 4 5 6 19 20 12 11 15 16 17 18 21 22 23 24
        7 3
        9
        5 6 9 10 1 2
        7 3 9
        7 3 9 15 16 17 18
        7 3 8 4 9 15 16 17 18 19 20
        7 3 8 4 9 15 16 17 18 19 20 21
        1 0 11 22
        7 3 8 4 9 15 16 17 18 19 20 21 23 24
        11 0 1 2 15 16 17 18
        3
        12 9 10
        12 3 4 5 6 7 8 9 10 0 1 2
        12 3 4 5 6 7 8 9 10 0 1 2 11
        12 3 4 5 6 7 8 9 10 0 1 2 11 25
        0 1 2 5 6 9 10
        0 1 2 5 6 9 10 11
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 21 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 21 22 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 21 22 23 24 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70
        3 4 5 6 7 8 9 10 0 1 2 25 12 13 14 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 26 27 28 29 30 31 32 33 71 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 72 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 73 64 65 66 67 68 69 70
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 26 27 28 29 30 31 32 33 71 34 35 36 37 38 39 40 74 75 76 77 41 42 43 44 45 46 47 48 72 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 73 64 65 66 67 68 69 70 78 79 80 81
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 26 27 28 29 30 31 32 33 71 34 35 36 37 38 39 40 74 75 76 77 82 83 41 42 43 44 45 46 47 48 72 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 73 64 65 66 67 68 69 70 78 79 80 81 84 85
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 21 26 27 28 29 30 31 32 33 71 34 35 36 37 38 39 40 74 75 76 77 82 83 86 41 42 43 44 45 46 47 48 72 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 73 64 65 66 67 68 69 70 78 79 80 81 84 85 87
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 21 22 26 27 28 29 30 31 32 33 71 34 35 36 37 38 39 40 74 75 76 77 82 83 86 88 41 42 43 44 45 46 47 48 72 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 73 64 65 66 67 68 69 70 78 79 80 81 84 85 87 89
        3 4 5 6 7 8 9 10 11 0 1 2 25 12 13 14 15 16 17 18 19 20 21 22 23 24 26 27 28 29 30 31 32 33 71 34 35 36 37 38 39 40 74 75 76 77 82 83 86 88 90 91 41 42 43 44 45 46 47 48 72 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 73 64 65 66 67 68 69 70 78 79 80 81 84 85 87 89 92 93
        1 2
        1 11
        0 11 1
        0 1 2 7 3
        11 0 1 2 7 3
        1 0 2 11
        1 9 7 8 10 0 2
        1 9 7 8 10 0 2 11
        41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70
        41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 3 4 5 6 7 8 9 10 0 1 2 25 12 13 14 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40
        11 0 1 2 5 6 9 10
        9 10 0 1 2
        9 10 0 1 2 11
        7 3 15 16 17 18
        1 9
        1 0 11 9
        7 3 8 4 15 16 17 18 19 20
        7 3 8 4 15 16 17 18 19 20 21
        1 0 11 9 22
        7 3 8 4 15 16 17 18 19 20 21 23 24
        1 2 8 9 10
        1 2 8 9 10 0 11
        5 6 9 10 0 1 2 3 7
        5 6 9 10 0 1 2 11 3 7
        5 6 9 10 0 1 2 11 3 7 12
        25
        26 27 28 29 30 31 32 33 71 34 35 36 37 38 39 40
        0 1 11 2
        25 9 10
        12 9 10 0 1 2
        1 2 10 9 25
        1 2 10 9
        94 95
        25 1 10
        25 10
        96 94 95 97 98 99
        10 1 2 25
        9 10 1 2
        25 10 1
        25 10 1 9 8 2
        25 10 9 1 2
        1 2 0
        100 101
        """u8;

    public static ReadOnlySpan<byte> Schemas => """
        |Abs|1||X:T:0:|Y:T:0:|consumed_inputs:ints
        |Abs|6||X:T:1:|Y:T:1:|
        |Abs|13||X:T:2:|Y:T:2:|
        |Acos|7||input:T:0:|output:T:0:|
        |Acos|22||input:T:3:|output:T:3:|
        |Acosh|9||input:T:0:|output:T:0:|
        |Acosh|22||input:T:3:|output:T:3:|
        |Add|1||A:T:0:;B:T:0:|C:T:0:|axis:int;broadcast:int=0;consumed_inputs:ints
        |Add|6||A:T:4:;B:T:4:|C:T:4:|axis:int;broadcast:int=0
        |Add|7||A:T:4:;B:T:4:|C:T:4:|
        |Add|13||A:T:5:;B:T:5:|C:T:5:|
        |Add|14||A:T:2:;B:T:2:|C:T:2:|
        |AffineGrid|20||theta:T1:3:;size:T2:6:|grid:T1:3:|align_corners:int=0
        |And|1||A:T:7:;B:T:7:|C:T1:7:|axis:int;broadcast:int=0
        |And|7||A:T:7:;B:T:7:|C:T1:7:|
        |ArgMax|1||data:T:1:|reduced::6:|axis:int=0;keepdims:int=1
        |ArgMax|11||data:T:1:|reduced::6:|axis:int=0;keepdims:int=1
        |ArgMax|12||data:T:1:|reduced::6:|axis:int=0;keepdims:int=1;select_last_index:int=0
        |ArgMax|13||data:T:2:|reduced::6:|axis:int=0;keepdims:int=1;select_last_index:int=0
        |ArgMin|1||data:T:1:|reduced::6:|axis:int=0;keepdims:int=1
        |ArgMin|11||data:T:1:|reduced::6:|axis:int=0;keepdims:int=1
        |ArgMin|12||data:T:1:|reduced::6:|axis:int=0;keepdims:int=1;select_last_index:int=0
        |ArgMin|13||data:T:2:|reduced::6:|axis:int=0;keepdims:int=1;select_last_index:int=0
        |Asin|7||input:T:0:|output:T:0:|
        |Asin|22||input:T:3:|output:T:3:|
        |Asinh|9||input:T:0:|output:T:0:|
        |Asinh|22||input:T:3:|output:T:3:|
        |Atan|7||input:T:0:|output:T:0:|
        |Atan|22||input:T:3:|output:T:3:|
        |Atanh|9||input:T:0:|output:T:0:|
        |Atanh|22||input:T:3:|output:T:3:|
        |Attention|23||Q:T1:3:;K:T1:3:;V:T2:3:;attn_mask:U:8:?;past_key:T1:3:?;past_value:T2:3:?|Y:T1:3:;present_key:T1:3:?;present_value:T2:3:?;qk_matmul_output:T1:3:?|is_causal:int=0;kv_num_heads:int;q_num_heads:int;qk_matmul_output_mode:int=0;scale:float;softcap:float=0.0;softmax_precision:int
        |Attention|24||Q:T1:3:;K:T1:3:;V:T2:3:;attn_mask:U:8:?;past_key:T1:3:?;past_value:T2:3:?;nonpad_kv_seqlen::6:?|Y:T1:3:;present_key:T1:3:?;present_value:T2:3:?;qk_matmul_output:T1:3:?|is_causal:int=0;kv_num_heads:int;q_num_heads:int;qk_matmul_output_mode:int=0;scale:float;softcap:float=0.0;softmax_precision:int
        |Attention|25||Q:T1:3:;K:T1:3:;V:T2:3:;attn_mask:U:8:?;past_key:T1:3:?;past_value:T2:3:?;nonpad_kv_seqlen::6:?|Y:T1:3:;present_key:T1:3:?;present_value:T2:3:?;qk_matmul_output:T1:3:?|is_causal:int=0;kv_num_heads:int;left_window_size:int=-1;q_num_heads:int;qk_matmul_output_mode:int=0;right_window_size:int=-1;scale:float;softcap:float=0.0;softmax_precision:int
        |AveragePool|1||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;kernel_shape:ints!;pads:ints;strides:ints
        |AveragePool|7||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;count_include_pad:int=0;kernel_shape:ints!;pads:ints;strides:ints
        |AveragePool|10||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;ceil_mode:int=0;count_include_pad:int=0;kernel_shape:ints!;pads:ints;strides:ints
        |AveragePool|11||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;ceil_mode:int=0;count_include_pad:int=0;kernel_shape:ints!;pads:ints;strides:ints
        |AveragePool|19||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;ceil_mode:int=0;count_include_pad:int=0;dilations:ints;kernel_shape:ints!;pads:ints;strides:ints
        |AveragePool|22||X:T:3:|Y:T:3:|auto_pad:string=NOTSET;ceil_mode:int=0;count_include_pad:int=0;dilations:ints;kernel_shape:ints!;pads:ints;strides:ints
        |BatchNormalization|1||X:T:0:;scale:T:0:;B:T:0:;mean:T:0:;var:T:0:|Y:T:0:;mean:T:0:?;var:T:0:?;saved_mean:T:0:?;saved_var:T:0:?|consumed_inputs:ints!;epsilon:float=1e-05;is_test:int=0;momentum:float=0.9;spatial:int=1
        |BatchNormalization|6||X:T:0:;scale:T:0:;B:T:0:;mean:T:0:;var:T:0:|Y:T:0:;mean:T:0:?;var:T:0:?;saved_mean:T:0:?;saved_var:T:0:?|epsilon:float=1e-05;is_test:int=0;momentum:float=0.9;spatial:int=1
        |BatchNormalization|7||X:T:0:;scale:T:0:;B:T:0:;mean:T:0:;var:T:0:|Y:T:0:;mean:T:0:?;var:T:0:?;saved_mean:T:0:?;saved_var:T:0:?|epsilon:float=1e-05;momentum:float=0.9;spatial:int=1
        |BatchNormalization|9||X:T:0:;scale:T:0:;B:T:0:;mean:T:0:;var:T:0:|Y:T:0:;mean:T:0:?;var:T:0:?;saved_mean:T:0:?;saved_var:T:0:?|epsilon:float=1e-05;momentum:float=0.9
        |BatchNormalization|14||X:T:9:;scale:T:9:;B:T:9:;input_mean:U:9:;input_var:U:9:|Y:T:9:;running_mean:U:9:?;running_var:U:9:?|epsilon:float=1e-05;momentum:float=0.9;training_mode:int=0
        |BatchNormalization|15||X:T:9:;scale:T1:9:;B:T1:9:;input_mean:T2:9:;input_var:T2:9:|Y:T:9:;running_mean:T2:9:?;running_var:T2:9:?|epsilon:float=1e-05;momentum:float=0.9;training_mode:int=0
        |Bernoulli|15||input:T1:0:|output:T2:10:|dtype:int;seed:float
        |Bernoulli|22||input:T1:3:|output:T2:8:|dtype:int;seed:float
        |BitCast|26||input:T1:11:|output:T2:11:|to:int!
        |BitShift|11||X:T:12:;Y:T:12:|Z:T:12:|direction:string!
        |BitwiseAnd|18||A:T:13:;B:T:13:|C:T:13:|
        |BitwiseNot|18||X:T:13:|Y:T:13:|
        |BitwiseOr|18||A:T:13:;B:T:13:|C:T:13:|
        |BitwiseXor|18||A:T:13:;B:T:13:|C:T:13:|
        |BlackmanWindow|17||size:T1:14:|output:T2:2:|output_datatype:int=1;periodic:int=1
        |Cast|1||input:T1:15:|output:T2:15:|to:string!
        |Cast|6||input:T1:15:|output:T2:15:|to:int!
        |Cast|9||input:T1:16:|output:T2:16:|to:int!
        |Cast|13||input:T1:17:|output:T2:17:|to:int!
        |Cast|19||input:T1:18:|output:T2:18:|saturate:int=1;to:int!
        |Cast|21||input:T1:19:|output:T2:19:|saturate:int=1;to:int!
        |Cast|23||input:T1:20:|output:T2:20:|saturate:int=1;to:int!
        |Cast|24||input:T1:21:|output:T2:21:|round_mode:string=up;saturate:int=1;to:int!
        |Cast|25||input:T1:22:|output:T2:22:|round_mode:string=up;saturate:int=1;to:int!
        |CastLike|15||input:T1:17:;target_type:T2:17:|output:T2:17:|
        |CastLike|19||input:T1:18:;target_type:T2:18:|output:T2:18:|saturate:int=1
        |CastLike|21||input:T1:23:;target_type:T2:23:|output:T2:23:|saturate:int=1
        |CastLike|23||input:T1:20:;target_type:T2:20:|output:T2:20:|saturate:int=1
        |CastLike|24||input:T1:21:;target_type:T2:21:|output:T2:21:|round_mode:string=up;saturate:int=1
        |CastLike|25||input:T1:22:;target_type:T2:22:|output:T2:22:|round_mode:string=up;saturate:int=1
        |CausalConvWithState|27||input:T:24:;weight:T:24:;bias:T:24:?;past_state:T:24:?|output:T:24:;present_state:T:24:|activation:string=none
        |Ceil|1||X:T:0:|Y:T:0:|consumed_inputs:ints
        |Ceil|6||X:T:0:|Y:T:0:|
        |Ceil|13||X:T:9:|Y:T:9:|
        |Celu|12||X:T:25:|Y:T:25:|alpha:float=1.0
        |Celu|28||X:T:3:|Y:T:3:|alpha:float=1.0
        |CenterCropPad|18||input_data:T:26:;shape:Tind:14:|output_data:T:26:|axes:ints
        |Clip|1||input:T:0:|output:T:0:|consumed_inputs:ints;max:float;min:float
        |Clip|6||input:T:0:|output:T:0:|max:float=3.4028235e+38;min:float=-3.4028235e+38
        |Clip|11||input:T:0:;min:T:0:?;max:T:0:?|output:T:0:|
        |Clip|12||input:T:1:;min:T:1:?;max:T:1:?|output:T:1:|
        |Clip|13||input:T:2:;min:T:2:?;max:T:2:?|output:T:2:|
        |Col2Im|18||input:T:26:;image_shape::6:;block_shape::6:|output:T:26:|dilations:ints;pads:ints;strides:ints
        |Compress|9||input:T:27:;condition:T1:7:|output:T:27:|axis:int
        |Compress|11||input:T:27:;condition:T1:7:|output:T:27:|axis:int
        |Concat|1||inputs:T:0:*1|concat_result:T:0:|axis:int
        |Concat|4||inputs:T:27:*1|concat_result:T:27:|axis:int!
        |Concat|11||inputs:T:27:*1|concat_result:T:27:|axis:int!
        |Concat|13||inputs:T:26:*1|concat_result:T:26:|axis:int!
        |ConcatFromSequence|11||input_sequence:S:28:|concat_result:T:27:|axis:int!;new_axis:int=0
        |Constant|1|||output:T:0:|value:tensor!
        |Constant|9|||output:T:27:|value:tensor!
        |Constant|11|||output:T:27:|sparse_value:sparse_tensor;value:tensor
        |Constant|12|||output:T:27:|sparse_value:sparse_tensor;value:tensor;value_float:float;value_floats:floats;value_int:int;value_ints:ints;value_string:string;value_strings:strings
        |Constant|13|||output:T:26:|sparse_value:sparse_tensor;value:tensor;value_float:float;value_floats:floats;value_int:int;value_ints:ints;value_string:string;value_strings:strings
        |Constant|19|||output:T:29:|sparse_value:sparse_tensor;value:tensor;value_float:float;value_floats:floats;value_int:int;value_ints:ints;value_string:string;value_strings:strings
        |Constant|21|||output:T:30:|sparse_value:sparse_tensor;value:tensor;value_float:float;value_floats:floats;value_int:int;value_ints:ints;value_string:string;value_strings:strings
        |Constant|23|||output:T:31:|sparse_value:sparse_tensor;value:tensor;value_float:float;value_floats:floats;value_int:int;value_ints:ints;value_string:string;value_strings:strings
        |Constant|24|||output:T:32:|sparse_value:sparse_tensor;value:tensor;value_float:float;value_floats:floats;value_int:int;value_ints:ints;value_string:string;value_strings:strings
        |Constant|25|||output:T:33:|sparse_value:sparse_tensor;value:tensor;value_float:float;value_floats:floats;value_int:int;value_ints:ints;value_string:string;value_strings:strings
        |ConstantOfShape|9||input:T1:6:|output:T2:15:|value:tensor
        |ConstantOfShape|20||input:T1:6:|output:T2:34:|value:tensor
        |ConstantOfShape|21||input:T1:6:|output:T2:35:|value:tensor
        |ConstantOfShape|23||input:T1:6:|output:T2:36:|value:tensor
        |ConstantOfShape|24||input:T1:6:|output:T2:37:|value:tensor
        |ConstantOfShape|25||input:T1:6:|output:T2:38:|value:tensor
        |Conv|1||X:T:0:;W:T:0:;B:T:0:?|Y:T:0:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        |Conv|11||X:T:0:;W:T:0:;B:T:0:?|Y:T:0:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        |Conv|22||X:T:3:;W:T:3:;B:T:3:?|Y:T:3:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        |ConvInteger|10||x:T1:39:;w:T2:39:;x_zero_point:T1:39:?;w_zero_point:T2:39:?|y:T3:40:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        |ConvTranspose|1||X:T:0:;W:T:0:;B:T:0:?|Y:T:0:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;output_padding:ints;output_shape:ints;pads:ints;strides:ints
        |ConvTranspose|11||X:T:0:;W:T:0:;B:T:0:?|Y:T:0:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;output_padding:ints;output_shape:ints;pads:ints;strides:ints
        |ConvTranspose|22||X:T:3:;W:T:3:;B:T:3:?|Y:T:3:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;output_padding:ints;output_shape:ints;pads:ints;strides:ints
        |Cos|7||input:T:0:|output:T:0:|
        |Cos|22||input:T:3:|output:T:3:|
        |Cosh|9||input:T:0:|output:T:0:|
        |Cosh|22||input:T:3:|output:T:3:|
        |CumProd|26||x:T:5:;axis:T2:14:|y:T:5:|exclusive:int=0;reverse:int=0
        |CumSum|11||x:T:41:;axis:T2:14:|y:T:41:|exclusive:int=0;reverse:int=0
        |CumSum|14||x:T:5:;axis:T2:14:|y:T:5:|exclusive:int=0;reverse:int=0
        |DFT|17||input:T1:9:;dft_length:T2:14:?|output:T1:9:|axis:int=1;inverse:int=0;onesided:int=0
        |DFT|20||input:T1:3:;dft_length:T2:14:?;axis::6:?|output:T1:3:|inverse:int=0;onesided:int=0
        |DeformConv|19||X:T:0:;W:T:0:;offset:T:0:;B:T:0:?;mask:T:0:?|Y:T:0:|dilations:ints;group:int=1;kernel_shape:ints;offset_group:int=1;pads:ints;strides:ints
        |DeformConv|22||X:T:3:;W:T:3:;offset:T:3:;B:T:3:?;mask:T:3:?|Y:T:3:|dilations:ints;group:int=1;kernel_shape:ints;offset_group:int=1;pads:ints;strides:ints
        |DepthToSpace|1||input:T:27:|output:T:27:|blocksize:int!
        |DepthToSpace|11||input:T:27:|output:T:27:|blocksize:int!;mode:string=DCR
        |DepthToSpace|13||input:T:26:|output:T:26:|blocksize:int!;mode:string=DCR
        |DequantizeLinear|10||x:T:42:;x_scale::25:;x_zero_point:T:42:?|y::25:|
        |DequantizeLinear|13||x:T:42:;x_scale::25:;x_zero_point:T:42:?|y::25:|axis:int=1
        |DequantizeLinear|19||x:T1:43:;x_scale:T2:24:;x_zero_point:T1:43:?|y:T2:24:|axis:int=1
        |DequantizeLinear|21||x:T1:44:;x_scale:T2:24:;x_zero_point:T1:44:?|y:T2:24:|axis:int=1;block_size:int=0
        |DequantizeLinear|23||x:T1:45:;x_scale:T2:24:;x_zero_point:T1:45:?|y:T3:24:|axis:int=1;block_size:int=0;output_dtype:int=0
        |DequantizeLinear|24||x:T1:45:;x_scale:T2:46:;x_zero_point:T1:45:?|y:T3:24:|axis:int=1;block_size:int=0;output_dtype:int=0
        |DequantizeLinear|25||x:T1:47:;x_scale:T2:46:;x_zero_point:T1:47:?|y:T3:24:|axis:int=1;block_size:int=0;output_dtype:int=0
        |Det|11||X:T:0:|Y:T:0:|
        |Det|22||X:T:3:|Y:T:3:|
        |Div|1||A:T:0:;B:T:0:|C:T:0:|axis:int;broadcast:int=0;consumed_inputs:ints
        |Div|6||A:T:4:;B:T:4:|C:T:4:|axis:int;broadcast:int=0
        |Div|7||A:T:4:;B:T:4:|C:T:4:|
        |Div|13||A:T:5:;B:T:5:|C:T:5:|
        |Div|14||A:T:2:;B:T:2:|C:T:2:|
        |Dropout|1||data:T:0:|output:T:0:;mask:T:0:?|consumed_inputs:ints;is_test:int=0;ratio:float=0.5
        |Dropout|6||data:T:0:|output:T:0:;mask:T:0:?|is_test:int=0;ratio:float=0.5
        |Dropout|7||data:T:0:|output:T:0:;mask:T:0:?|ratio:float=0.5
        |Dropout|10||data:T:0:|output:T:0:;mask:T1:7:?|ratio:float=0.5
        |Dropout|12||data:T:0:;ratio:T1:0:?;training_mode:T2:7:?|output:T:0:;mask:T2:7:?|seed:int
        |Dropout|13||data:T:9:;ratio:T1:0:?;training_mode:T2:7:?|output:T:9:;mask:T2:7:?|seed:int
        |Dropout|22||data:T:48:;ratio:T1:48:?;training_mode:T2:7:?|output:T:48:;mask:T2:7:?|seed:int
        |DynamicQuantizeLinear|11||x:T1:25:|y:T2:49:;y_scale::25:;y_zero_point:T2:49:|
        |Einsum|12||Inputs:T:1:*1|Output:T:1:|equation:string!
        |Elu|1||X:T:0:|Y:T:0:|alpha:float=1.0;consumed_inputs:ints
        |Elu|6||X:T:0:|Y:T:0:|alpha:float=1.0
        |Elu|22||X:T:3:|Y:T:3:|alpha:float=1.0
        |Equal|1||A:T:50:;B:T:50:|C:T1:7:|axis:int;broadcast:int=0
        |Equal|7||A:T:50:;B:T:50:|C:T1:7:|
        |Equal|11||A:T:51:;B:T:51:|C:T1:7:|
        |Equal|13||A:T:52:;B:T:52:|C:T1:7:|
        |Equal|19||A:T:53:;B:T:53:|C:T1:7:|
        |Erf|9||input:T:1:|output:T:1:|
        |Erf|13||input:T:3:|output:T:3:|
        |Exp|1||input:T:0:|output:T:0:|consumed_inputs:ints
        |Exp|6||input:T:0:|output:T:0:|
        |Exp|13||input:T:3:|output:T:3:|
        |Expand|8||input:T:27:;shape::6:|output:T:27:|
        |Expand|13||input:T:26:;shape::6:|output:T:26:|
        |EyeLike|9||input:T1:15:|output:T2:15:|dtype:int;k:int=0
        |EyeLike|22||input:T1:8:|output:T2:8:|dtype:int;k:int=0
        |Flatten|1||input:T:0:|output:T:0:|axis:int=1
        |Flatten|9||input:T:27:|output:T:27:|axis:int=1
        |Flatten|11||input:T:27:|output:T:27:|axis:int=1
        |Flatten|13||input:T:26:|output:T:26:|axis:int=1
        |Flatten|21||input:T:30:|output:T:30:|axis:int=1
        |Flatten|23||input:T:31:|output:T:31:|axis:int=1
        |Flatten|24||input:T:32:|output:T:32:|axis:int=1
        |Flatten|25||input:T:33:|output:T:33:|axis:int=1
        |Floor|1||X:T:0:|Y:T:0:|consumed_inputs:ints
        |Floor|6||X:T:0:|Y:T:0:|
        |Floor|13||X:T:9:|Y:T:9:|
        |GRU|1||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?|Y:T:0:?;Y_h:T:0:|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=foward;hidden_size:int;output_sequence:int=0
        |GRU|3||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?|Y:T:0:?;Y_h:T:0:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;linear_before_reset:int=0;output_sequence:int=0
        |GRU|7||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?|Y:T:0:?;Y_h:T:0:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;linear_before_reset:int=0
        |GRU|14||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?|Y:T:0:?;Y_h:T:0:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;layout:int=0;linear_before_reset:int=0
        |GRU|22||X:T:3:;W:T:3:;R:T:3:;B:T:3:?;sequence_lens:T1:40:?;initial_h:T:3:?|Y:T:3:?;Y_h:T:3:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;layout:int=0;linear_before_reset:int=0
        |Gather|1||data:T:27:;indices:Tind:14:|output:T:27:|axis:int=0
        |Gather|11||data:T:27:;indices:Tind:14:|output:T:27:|axis:int=0
        |Gather|13||data:T:26:;indices:Tind:14:|output:T:26:|axis:int=0
        |GatherElements|11||data:T:27:;indices:Tind:14:|output:T:27:|axis:int=0
        |GatherElements|13||data:T:26:;indices:Tind:14:|output:T:26:|axis:int=0
        |GatherND|11||data:T:27:;indices::6:|output:T:27:|
        |GatherND|12||data:T:27:;indices::6:|output:T:27:|batch_dims:int=0
        |GatherND|13||data:T:26:;indices::6:|output:T:26:|batch_dims:int=0
        |Gelu|20||X:T:9:|Y:T:9:|approximate:string=none
        |Gemm|1||A:T:0:;B:T:0:;C:T:0:|Y:T:0:|alpha:float=1.0;beta:float=1.0;broadcast:int=0;transA:int=0;transB:int=0
        |Gemm|6||A:T:0:;B:T:0:;C:T:0:|Y:T:0:|alpha:float=1.0;beta:float=1.0;broadcast:int=0;transA:int=0;transB:int=0
        |Gemm|7||A:T:0:;B:T:0:;C:T:0:|Y:T:0:|alpha:float=1.0;beta:float=1.0;transA:int=0;transB:int=0
        |Gemm|9||A:T:54:;B:T:54:;C:T:54:|Y:T:54:|alpha:float=1.0;beta:float=1.0;transA:int=0;transB:int=0
        |Gemm|11||A:T:54:;B:T:54:;C:T:54:?|Y:T:54:|alpha:float=1.0;beta:float=1.0;transA:int=0;transB:int=0
        |Gemm|13||A:T:55:;B:T:55:;C:T:55:?|Y:T:55:|alpha:float=1.0;beta:float=1.0;transA:int=0;transB:int=0
        |GlobalAveragePool|1||X:T:0:|Y:T:0:|
        |GlobalAveragePool|22||X:T:3:|Y:T:3:|
        |GlobalLpPool|1||X:T:0:|Y:T:0:|p:float=2.0
        |GlobalLpPool|2||X:T:0:|Y:T:0:|p:int=2
        |GlobalLpPool|22||X:T:3:|Y:T:3:|p:int=2
        |GlobalMaxPool|1||X:T:0:|Y:T:0:|
        |GlobalMaxPool|22||X:T:3:|Y:T:3:|
        |Greater|1||A:T:0:;B:T:0:|C:T1:7:|axis:int;broadcast:int=0
        |Greater|7||A:T:0:;B:T:0:|C:T1:7:|
        |Greater|9||A:T:1:;B:T:1:|C:T1:7:|
        |Greater|13||A:T:2:;B:T:2:|C:T1:7:|
        |GreaterOrEqual|12||A:T:1:;B:T:1:|C:T1:7:|
        |GreaterOrEqual|16||A:T:2:;B:T:2:|C:T1:7:|
        |GridSample|16||X:T1:27:;grid:T2:0:|Y:T1:27:|align_corners:int=0;mode:string=bilinear;padding_mode:string=zeros
        |GridSample|20||X:T1:27:;grid:T2:0:|Y:T1:27:|align_corners:int=0;mode:string=linear;padding_mode:string=zeros
        |GridSample|22||X:T1:26:;grid:T2:3:|Y:T1:26:|align_corners:int=0;mode:string=linear;padding_mode:string=zeros
        |GroupNormalization|18|deprecated|||
        |GroupNormalization|21||X:T:3:;scale:T:3:;bias:T:3:|Y:T:3:|epsilon:float=1e-05;num_groups:int!;stash_type:int=1
        |HammingWindow|17||size:T1:14:|output:T2:2:|output_datatype:int=1;periodic:int=1
        |HannWindow|17||size:T1:14:|output:T2:2:|output_datatype:int=1;periodic:int=1
        |HardSigmoid|1||X:T:0:|Y:T:0:|alpha:float=0.2;beta:float=0.5;consumed_inputs:ints
        |HardSigmoid|6||X:T:0:|Y:T:0:|alpha:float=0.2;beta:float=0.5
        |HardSigmoid|22||X:T:3:|Y:T:3:|alpha:float=0.2;beta:float=0.5
        |HardSwish|14||X:T:0:|Y:T:0:|
        |HardSwish|22||X:T:3:|Y:T:3:|
        |Hardmax|1||input:T:0:|output:T:0:|axis:int=1
        |Hardmax|11||input:T:0:|output:T:0:|axis:int=1
        |Hardmax|13||input:T:9:|output:T:9:|axis:int=-1
        |Identity|1||input:T:27:|output:T:27:|
        |Identity|13||input:T:26:|output:T:26:|
        |Identity|14||input:V:56:|output:V:56:|
        |Identity|16||input:V:57:|output:V:57:|
        |Identity|19||input:V:58:|output:V:58:|
        |Identity|21||input:V:59:|output:V:59:|
        |Identity|23||input:V:60:|output:V:60:|
        |Identity|24||input:V:61:|output:V:61:|
        |Identity|25||input:V:62:|output:V:62:|
        |If|1||cond:B:7:|outputs:V:27:~1|else_branch:graph!;then_branch:graph!
        |If|11||cond:B:7:|outputs:V:27:~1|else_branch:graph!;then_branch:graph!
        |If|13||cond:B:7:|outputs:V:63:~1|else_branch:graph!;then_branch:graph!
        |If|16||cond:B:7:|outputs:V:64:~1|else_branch:graph!;then_branch:graph!
        |If|19||cond:B:7:|outputs:V:65:~1|else_branch:graph!;then_branch:graph!
        |If|21||cond:B:7:|outputs:V:66:~1|else_branch:graph!;then_branch:graph!
        |If|23||cond:B:7:|outputs:V:67:~1|else_branch:graph!;then_branch:graph!
        |If|24||cond:B:7:|outputs:V:68:~1|else_branch:graph!;then_branch:graph!
        |If|25||cond:B:7:|outputs:V:69:~1|else_branch:graph!;then_branch:graph!
        |ImageDecoder|20||encoded_stream:T1:49:|image:T2:49:|pixel_format:string=RGB
        |InstanceNormalization|1||input:T:0:;scale:T:0:;B:T:0:|output:T:0:|consumed_inputs:ints;epsilon:float=1e-05
        |InstanceNormalization|6||input:T:0:;scale:T:0:;B:T:0:|output:T:0:|epsilon:float=1e-05
        |InstanceNormalization|22||input:T:3:;scale:T:3:;B:T:3:|output:T:3:|epsilon:float=1e-05
        |IsInf|10||X:T1:70:|Y:T2:7:|detect_negative:int=1;detect_positive:int=1
        |IsInf|20||X:T1:48:|Y:T2:7:|detect_negative:int=1;detect_positive:int=1
        |IsNaN|9||X:T1:0:|Y:T2:7:|
        |IsNaN|13||X:T1:9:|Y:T2:7:|
        |IsNaN|20||X:T1:48:|Y:T2:7:|
        |LRN|1||X:T:0:|Y:T:0:|alpha:float=0.0001;beta:float=0.75;bias:float=1.0;size:int!
        |LRN|13||X:T:9:|Y:T:9:|alpha:float=0.0001;beta:float=0.75;bias:float=1.0;size:int!
        |LSTM|1||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?;initial_c:T:0:?;P:T:0:?|Y:T:0:?;Y_h:T:0:?;Y_c:T:0:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;input_forget:int=0;output_sequence:int=0
        |LSTM|7||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?;initial_c:T:0:?;P:T:0:?|Y:T:0:?;Y_h:T:0:?;Y_c:T:0:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;input_forget:int=0
        |LSTM|14||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?;initial_c:T:0:?;P:T:0:?|Y:T:0:?;Y_h:T:0:?;Y_c:T:0:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;input_forget:int=0;layout:int=0
        |LSTM|22||X:T:3:;W:T:3:;R:T:3:;B:T:3:?;sequence_lens:T1:40:?;initial_h:T:3:?;initial_c:T:3:?;P:T:3:?|Y:T:3:?;Y_h:T:3:?;Y_c:T:3:?|activation_alpha:floats;activation_beta:floats;activations:strings;clip:float;direction:string=forward;hidden_size:int;input_forget:int=0;layout:int=0
        |LayerNormalization|17||X:T:9:;Scale:T:9:;B:T:9:?|Y:T:9:;Mean:U:71:?;InvStdDev:U:71:?|axis:int=-1;epsilon:float=1e-05;stash_type:int=1
        |LeakyRelu|1||X:T:0:|Y:T:0:|alpha:float=0.01;consumed_inputs:ints
        |LeakyRelu|6||X:T:0:|Y:T:0:|alpha:float=0.01
        |LeakyRelu|16||X:T:3:|Y:T:3:|alpha:float=0.01
        |Less|1||A:T:0:;B:T:0:|C:T1:7:|axis:int;broadcast:int=0
        |Less|7||A:T:0:;B:T:0:|C:T1:7:|
        |Less|9||A:T:1:;B:T:1:|C:T1:7:|
        |Less|13||A:T:2:;B:T:2:|C:T1:7:|
        |LessOrEqual|12||A:T:1:;B:T:1:|C:T1:7:|
        |LessOrEqual|16||A:T:2:;B:T:2:|C:T1:7:|
        |LinearAttention|27||query:T:72:;key:T:72:;value:T:72:;past_state:S:72:?;decay:T:72:?;beta:T:72:?|output:T:72:;present_state:S:72:|chunk_size:int=64;kv_num_heads:int!;q_num_heads:int!;scale:float=0.0;update_rule:string=gated_delta
        |Log|1||input:T:0:|output:T:0:|consumed_inputs:ints
        |Log|6||input:T:0:|output:T:0:|
        |Log|13||input:T:9:|output:T:9:|
        |LogSoftmax|1||input:T:0:|output:T:0:|axis:int=1
        |LogSoftmax|11||input:T:0:|output:T:0:|axis:int=1
        |LogSoftmax|13||input:T:9:|output:T:9:|axis:int=-1
        |Loop|1||M:I:6:?;cond:B:7:?;v_initial:V:27:~1|v_final_and_scan_outputs:V:27:~1|body:graph!
        |Loop|11||M:I:6:?;cond:B:7:?;v_initial:V:27:~0|v_final_and_scan_outputs:V:27:~1|body:graph!
        |Loop|13||M:I:6:?;cond:B:7:?;v_initial:V:63:~0|v_final_and_scan_outputs:V:63:~1|body:graph!
        |Loop|16||M:I:6:?;cond:B:7:?;v_initial:V:64:~0|v_final_and_scan_outputs:V:64:~1|body:graph!
        |Loop|19||M:I:6:?;cond:B:7:?;v_initial:V:65:~0|v_final_and_scan_outputs:V:65:~1|body:graph!
        |Loop|21||M:I:6:?;cond:B:7:?;v_initial:V:66:~0|v_final_and_scan_outputs:V:66:~1|body:graph!
        |Loop|23||M:I:6:?;cond:B:7:?;v_initial:V:67:~0|v_final_and_scan_outputs:V:67:~1|body:graph!
        |Loop|24||M:I:6:?;cond:B:7:?;v_initial:V:68:~0|v_final_and_scan_outputs:V:68:~1|body:graph!
        |Loop|25||M:I:6:?;cond:B:7:?;v_initial:V:69:~0|v_final_and_scan_outputs:V:69:~1|body:graph!
        |LpNormalization|1||input:T:0:|output:T:0:|axis:int=-1;p:int=2
        |LpNormalization|22||input:T:3:|output:T:3:|axis:int=-1;p:int=2
        |LpPool|1||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;kernel_shape:ints;p:float=2.0;pads:ints;strides:ints
        |LpPool|2||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;kernel_shape:ints!;p:int=2;pads:ints;strides:ints
        |LpPool|11||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;kernel_shape:ints!;p:int=2;pads:ints;strides:ints
        |LpPool|18||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;ceil_mode:int=0;dilations:ints;kernel_shape:ints!;p:int=2;pads:ints;strides:ints
        |LpPool|22||X:T:3:|Y:T:3:|auto_pad:string=NOTSET;ceil_mode:int=0;dilations:ints;kernel_shape:ints!;p:int=2;pads:ints;strides:ints
        |MatMul|1||A:T:0:;B:T:0:|Y:T:0:|
        |MatMul|9||A:T:54:;B:T:54:|Y:T:54:|
        |MatMul|13||A:T:55:;B:T:55:|Y:T:55:|
        |MatMulInteger|10||A:T1:39:;B:T2:39:;a_zero_point:T1:39:?;b_zero_point:T2:39:?|Y:T3:40:|
        |Max|1||data_0:T:0:*1|max:T:0:|consumed_inputs:ints
        |Max|6||data_0:T:0:*1|max:T:0:|
        |Max|8||data_0:T:0:*1|max:T:0:|
        |Max|12||data_0:T:1:*1|max:T:1:|
        |Max|13||data_0:T:2:*1|max:T:2:|
        |MaxPool|1||X:T:0:|Y:T:0:|auto_pad:string=NOTSET;kernel_shape:ints!;pads:ints;strides:ints
        |MaxPool|8||X:T:0:|Y:T:0:;Indices:I:6:?|auto_pad:string=NOTSET;kernel_shape:ints!;pads:ints;storage_order:int=0;strides:ints
        |MaxPool|10||X:T:0:|Y:T:0:;Indices:I:6:?|auto_pad:string=NOTSET;ceil_mode:int=0;dilations:ints;kernel_shape:ints!;pads:ints;storage_order:int=0;strides:ints
        |MaxPool|11||X:T:0:|Y:T:0:;Indices:I:6:?|auto_pad:string=NOTSET;ceil_mode:int=0;dilations:ints;kernel_shape:ints!;pads:ints;storage_order:int=0;strides:ints
        |MaxPool|12||X:T:73:|Y:T:73:;Indices:I:6:?|auto_pad:string=NOTSET;ceil_mode:int=0;dilations:ints;kernel_shape:ints!;pads:ints;storage_order:int=0;strides:ints
        |MaxPool|22||X:T:74:|Y:T:74:;Indices:I:6:?|auto_pad:string=NOTSET;ceil_mode:int=0;dilations:ints;kernel_shape:ints!;pads:ints;storage_order:int=0;strides:ints
        |MaxRoiPool|1||X:T:0:;rois:T:0:|Y:T:0:|pooled_shape:ints!;spatial_scale:float=1.0
        |MaxRoiPool|22||X:T:3:;rois:T:3:|Y:T:3:|pooled_shape:ints!;spatial_scale:float=1.0
        |MaxUnpool|9||X:T1:0:;I:T2:6:;output_shape:T2:6:?|output:T1:0:|kernel_shape:ints!;pads:ints;strides:ints
        |MaxUnpool|11||X:T1:0:;I:T2:6:;output_shape:T2:6:?|output:T1:0:|kernel_shape:ints!;pads:ints;strides:ints
        |MaxUnpool|22||X:T1:3:;I:T2:6:;output_shape:T2:6:?|output:T1:3:|kernel_shape:ints!;pads:ints;strides:ints
        |Mean|1||data_0:T:0:*1|mean:T:0:|consumed_inputs:ints
        |Mean|6||data_0:T:0:*1|mean:T:0:|
        |Mean|8||data_0:T:0:*1|mean:T:0:|
        |Mean|13||data_0:T:9:*1|mean:T:9:|
        |MeanVarianceNormalization|9||X:T:0:|Y:T:0:|axes:ints=0,2,3
        |MeanVarianceNormalization|13||X:T:9:|Y:T:9:|axes:ints=0,2,3
        |MelWeightMatrix|17||num_mel_bins:T1:14:;dft_length:T1:14:;sample_rate:T1:14:;lower_edge_hertz:T2:75:;upper_edge_hertz:T2:75:|output:T3:2:|output_datatype:int=1
        |Min|1||data_0:T:0:*1|min:T:0:|consumed_inputs:ints
        |Min|6||data_0:T:0:*1|min:T:0:|
        |Min|8||data_0:T:0:*1|min:T:0:|
        |Min|12||data_0:T:1:*1|min:T:1:|
        |Min|13||data_0:T:2:*1|min:T:2:|
        |Mish|18||X:T:0:|Y:T:0:|
        |Mish|22||X:T:3:|Y:T:3:|
        |Mod|10||A:T:1:;B:T:1:|C:T:1:|fmod:int=0
        |Mod|13||A:T:2:;B:T:2:|C:T:2:|fmod:int=0
        |Mul|1||A:T:0:;B:T:0:|C:T:0:|axis:int;broadcast:int=0;consumed_inputs:ints
        |Mul|6||A:T:4:;B:T:4:|C:T:4:|axis:int;broadcast:int=0
        |Mul|7||A:T:4:;B:T:4:|C:T:4:|
        |Mul|13||A:T:5:;B:T:5:|C:T:5:|
        |Mul|14||A:T:2:;B:T:2:|C:T:2:|
        |Multinomial|7||input:T1:0:|output:T2:14:|dtype:int=6;sample_size:int=1;seed:float
        |Multinomial|22||input:T1:3:|output:T2:14:|dtype:int=6;sample_size:int=1;seed:float
        |Neg|1||X:T:0:|Y:T:0:|consumed_inputs:ints
        |Neg|6||X:T:76:|Y:T:76:|
        |Neg|13||X:T:77:|Y:T:77:|
        |NegativeLogLikelihoodLoss|12||input:T:0:;target:Tind:14:;weight:T:0:?|loss:T:0:|ignore_index:int;reduction:string=mean
        |NegativeLogLikelihoodLoss|13||input:T:0:;target:Tind:14:;weight:T:0:?|loss:T:0:|ignore_index:int;reduction:string=mean
        |NegativeLogLikelihoodLoss|22||input:T:3:;target:Tind:14:;weight:T:3:?|loss:T:3:|ignore_index:int;reduction:string=mean
        |NonMaxSuppression|10||boxes::25:;scores::25:;max_output_boxes_per_class::6:?;iou_threshold::25:?;score_threshold::25:?|selected_indices::6:|center_point_box:int=0
        |NonMaxSuppression|11||boxes::25:;scores::25:;max_output_boxes_per_class::6:?;iou_threshold::25:?;score_threshold::25:?|selected_indices::6:|center_point_box:int=0
        |NonZero|9||X:T:27:|Y::6:|
        |NonZero|13||X:T:26:|Y::6:|
        |Not|1||X:T:7:|Y:T:7:|
        |OneHot|9||indices:T1:1:;depth:T2:1:;values:T3:27:|output:T3:27:|axis:int=-1
        |OneHot|11||indices:T1:1:;depth:T2:1:;values:T3:27:|output:T3:27:|axis:int=-1
        |Optional|15||input:V:63:?|output:O:78:|type:type_proto
        |OptionalGetElement|15||input:O:78:|output:V:63:|
        |OptionalGetElement|18||input:O:79:|output:V:63:|
        |OptionalHasElement|15||input:O:78:|output:B:7:|
        |OptionalHasElement|18||input:O:79:?|output:B:7:|
        |Or|1||A:T:7:;B:T:7:|C:T1:7:|axis:int;broadcast:int=0
        |Or|7||A:T:7:;B:T:7:|C:T1:7:|
        |PRelu|1||X:T:0:;slope:T:0:|Y:T:0:|consumed_inputs:ints
        |PRelu|6||X:T:0:;slope:T:0:|Y:T:0:|
        |PRelu|7||X:T:0:;slope:T:0:|Y:T:0:|
        |PRelu|9||X:T:54:;slope:T:54:|Y:T:54:|
        |PRelu|16||X:T:80:;slope:T:80:|Y:T:80:|
        |Pad|1||data:T:0:|output:T:0:|mode:string=constant;paddings:ints!;value:float=0.0
        |Pad|2||data:T:0:|output:T:0:|mode:string=constant;pads:ints!;value:float=0.0
        |Pad|11||data:T:1:;pads::6:;constant_value:T:1:?|output:T:1:|mode:string=constant
        |Pad|13||data:T:26:;pads::6:;constant_value:T:26:?|output:T:26:|mode:string=constant
        |Pad|18||data:T:26:;pads::6:;constant_value:T:26:?;axes:Tind:14:?|output:T:26:|mode:string=constant
        |Pad|19||data:T:26:;pads::6:;constant_value:T:26:?;axes:Tind:14:?|output:T:26:|mode:string=constant
        |Pad|21||data:T:30:;pads::6:;constant_value:T:30:?;axes:Tind:14:?|output:T:30:|mode:string=constant
        |Pad|23||data:T:31:;pads::6:;constant_value:T:31:?;axes:Tind:14:?|output:T:31:|mode:string=constant
        |Pad|24||data:T:32:;pads::6:;constant_value:T:32:?;axes:Tind:14:?|output:T:32:|mode:string=constant
        |Pad|25||data:T:33:;pads::6:;constant_value:T:33:?;axes:Tind:14:?|output:T:33:|mode:string=constant
        |Pow|1||X:T:0:;Y:T:0:|Z:T:0:|axis:int;broadcast:int=0
        |Pow|7||X:T:0:;Y:T:0:|Z:T:0:|
        |Pow|12||X:T:81:;Y:T1:1:|Z:T:81:|
        |Pow|13||X:T:82:;Y:T1:1:|Z:T:82:|
        |Pow|15||X:T:82:;Y:T1:2:|Z:T:82:|
        |QLinearConv|10||x:T1:39:;x_scale::25:;x_zero_point:T1:39:;w:T2:39:;w_scale::25:;w_zero_point:T2:39:;y_scale::25:;y_zero_point:T3:39:;B:T4:40:?|y:T3:39:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        |QLinearMatMul|10||a:T1:39:;a_scale::25:;a_zero_point:T1:39:;b:T2:39:;b_scale::25:;b_zero_point:T2:39:;y_scale::25:;y_zero_point:T3:39:|y:T3:39:|
        |QLinearMatMul|21||a:T1:83:;a_scale:TS:24:;a_zero_point:T1:83:;b:T2:83:;b_scale:TS:24:;b_zero_point:T2:83:;y_scale:TS:24:;y_zero_point:T3:83:|y:T3:83:|
        |QuantizeLinear|10||x:T1:84:;y_scale::25:;y_zero_point:T2:39:?|y:T2:39:|
        |QuantizeLinear|13||x:T1:84:;y_scale::25:;y_zero_point:T2:39:?|y:T2:39:|axis:int=1
        |QuantizeLinear|19||x:T1:85:;y_scale:T1:85:;y_zero_point:T2:83:?|y:T2:83:|axis:int=1;saturate:int=1
        |QuantizeLinear|21||x:T1:85:;y_scale:T1:85:;y_zero_point:T2:86:?|y:T2:86:|axis:int=1;block_size:int=0;output_dtype:int=0;saturate:int=1
        |QuantizeLinear|23||x:T1:85:;y_scale:T2:85:;y_zero_point:T3:87:?|y:T3:87:|axis:int=1;block_size:int=0;output_dtype:int=0;precision:int=0;saturate:int=1
        |QuantizeLinear|24||x:T1:85:;y_scale:T2:88:;y_zero_point:T3:87:?|y:T3:87:|axis:int=1;block_size:int=0;output_dtype:int=0;precision:int=0;saturate:int=1
        |QuantizeLinear|25||x:T1:85:;y_scale:T2:88:;y_zero_point:T3:89:?|y:T3:89:|axis:int=1;block_size:int=0;output_dtype:int=0;precision:int=0;saturate:int=1
        |RMSNormalization|23||X:T:9:;scale:V:9:|Y:V:9:|axis:int=-1;epsilon:float=1e-05;stash_type:int=1
        |RNN|1||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?|Y:T:0:?;Y_h:T:0:?|activation_alpha:floats;activation_beta:floats;activations:strings=Tanh,Tanh;clip:float;direction:string=forward;hidden_size:int;output_sequence:int=0
        |RNN|7||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?|Y:T:0:?;Y_h:T:0:?|activation_alpha:floats;activation_beta:floats;activations:strings=Tanh,Tanh;clip:float;direction:string=forward;hidden_size:int
        |RNN|14||X:T:0:;W:T:0:;R:T:0:;B:T:0:?;sequence_lens:T1:40:?;initial_h:T:0:?|Y:T:0:?;Y_h:T:0:?|activation_alpha:floats;activation_beta:floats;activations:strings=Tanh,Tanh;clip:float;direction:string=forward;hidden_size:int;layout:int=0
        |RNN|22||X:T:3:;W:T:3:;R:T:3:;B:T:3:?;sequence_lens:T1:40:?;initial_h:T:3:?|Y:T:3:?;Y_h:T:3:?|activation_alpha:floats;activation_beta:floats;activations:strings=Tanh,Tanh;clip:float;direction:string=forward;hidden_size:int;layout:int=0
        |RandomNormal|1|||output:T:0:|dtype:int=1;mean:float=0.0;scale:float=1.0;seed:float;shape:ints!
        |RandomNormal|22|||output:T:3:|dtype:int=1;mean:float=0.0;scale:float=1.0;seed:float;shape:ints!
        |RandomNormalLike|1||input:T1:27:|output:T2:0:|dtype:int;mean:float=0.0;scale:float=1.0;seed:float
        |RandomNormalLike|22||input:T1:26:|output:T2:3:|dtype:int;mean:float=0.0;scale:float=1.0;seed:float
        |RandomUniform|1|||output:T:0:|dtype:int=1;high:float=1.0;low:float=0.0;seed:float;shape:ints!
        |RandomUniform|22|||output:T:3:|dtype:int=1;high:float=1.0;low:float=0.0;seed:float;shape:ints!
        |RandomUniformLike|1||input:T1:27:|output:T2:0:|dtype:int;high:float=1.0;low:float=0.0;seed:float
        |RandomUniformLike|22||input:T1:26:|output:T2:3:|dtype:int;high:float=1.0;low:float=0.0;seed:float
        |Range|11||start:T:90:;limit:T:90:;delta:T:90:|output:T:90:|
        |Range|27||start:T:91:;limit:T:91:;delta:T:91:|output:T:91:|stash_type:int=1
        |Reciprocal|1||X:T:0:|Y:T:0:|consumed_inputs:ints
        |Reciprocal|6||X:T:0:|Y:T:0:|
        |Reciprocal|13||X:T:9:|Y:T:9:|
        |ReduceL1|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceL1|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceL1|13||data:T:5:|reduced:T:5:|axes:ints;keepdims:int=1
        |ReduceL1|18||data:T:5:;axes::6:?|reduced:T:5:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceL2|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceL2|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceL2|13||data:T:5:|reduced:T:5:|axes:ints;keepdims:int=1
        |ReduceL2|18||data:T:5:;axes::6:?|reduced:T:5:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceLogSum|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceLogSum|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceLogSum|13||data:T:5:|reduced:T:5:|axes:ints;keepdims:int=1
        |ReduceLogSum|18||data:T:5:;axes::6:?|reduced:T:5:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceLogSumExp|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceLogSumExp|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceLogSumExp|13||data:T:5:|reduced:T:5:|axes:ints;keepdims:int=1
        |ReduceLogSumExp|18||data:T:5:;axes::6:?|reduced:T:5:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceMax|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceMax|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceMax|12||data:T:92:|reduced:T:92:|axes:ints;keepdims:int=1
        |ReduceMax|13||data:T:93:|reduced:T:93:|axes:ints;keepdims:int=1
        |ReduceMax|18||data:T:93:;axes::6:?|reduced:T:93:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceMax|20||data:T:94:;axes::6:?|reduced:T:94:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceMean|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceMean|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceMean|13||data:T:5:|reduced:T:5:|axes:ints;keepdims:int=1
        |ReduceMean|18||data:T:5:;axes::6:?|reduced:T:5:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceMin|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceMin|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceMin|12||data:T:92:|reduced:T:92:|axes:ints;keepdims:int=1
        |ReduceMin|13||data:T:93:|reduced:T:93:|axes:ints;keepdims:int=1
        |ReduceMin|18||data:T:93:;axes::6:?|reduced:T:93:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceMin|20||data:T:94:;axes::6:?|reduced:T:94:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceProd|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceProd|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceProd|13||data:T:5:|reduced:T:5:|axes:ints;keepdims:int=1
        |ReduceProd|18||data:T:5:;axes::6:?|reduced:T:5:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceSum|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceSum|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceSum|13||data:T:5:;axes::6:?|reduced:T:5:|keepdims:int=1;noop_with_empty_axes:int=0
        |ReduceSumSquare|1||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceSumSquare|11||data:T:4:|reduced:T:4:|axes:ints;keepdims:int=1
        |ReduceSumSquare|13||data:T:5:|reduced:T:5:|axes:ints;keepdims:int=1
        |ReduceSumSquare|18||data:T:5:;axes::6:?|reduced:T:5:|keepdims:int=1;noop_with_empty_axes:int=0
        |RegexFullMatch|20||X:T1:95:|Y:T2:7:|pattern:string
        |Relu|1||X:T:0:|Y:T:0:|consumed_inputs:ints
        |Relu|6||X:T:0:|Y:T:0:|
        |Relu|13||X:T:9:|Y:T:9:|
        |Relu|14||X:T:77:|Y:T:77:|
        |Reshape|1||data:T:0:|reshaped:T:0:|consumed_inputs:ints;shape:ints
        |Reshape|5||data:T:27:;shape::6:|reshaped:T:27:|
        |Reshape|13||data:T:26:;shape::6:|reshaped:T:26:|
        |Reshape|14||data:T:26:;shape::6:|reshaped:T:26:|allowzero:int=0
        |Reshape|19||data:T:29:;shape::6:|reshaped:T:29:|allowzero:int=0
        |Reshape|21||data:T:30:;shape::6:|reshaped:T:30:|allowzero:int=0
        |Reshape|23||data:T:31:;shape::6:|reshaped:T:31:|allowzero:int=0
        |Reshape|24||data:T:32:;shape::6:|reshaped:T:32:|allowzero:int=0
        |Reshape|25||data:T:33:;shape::6:|reshaped:T:33:|allowzero:int=0
        |Resize|10||X:T:27:;scales::25:|Y:T:27:|mode:string=nearest
        |Resize|11||X:T1:27:;roi:T2:0:;scales::25:;sizes::6:?|Y:T1:27:|coordinate_transformation_mode:string=half_pixel;cubic_coeff_a:float=-0.75;exclude_outside:int=0;extrapolation_value:float=0.0;mode:string=nearest;nearest_mode:string=round_prefer_floor
        |Resize|13||X:T1:26:;roi:T2:0:?;scales::25:?;sizes::6:?|Y:T1:26:|coordinate_transformation_mode:string=half_pixel;cubic_coeff_a:float=-0.75;exclude_outside:int=0;extrapolation_value:float=0.0;mode:string=nearest;nearest_mode:string=round_prefer_floor
        |Resize|18||X:T1:26:;roi:T2:0:?;scales::25:?;sizes::6:?|Y:T1:26:|antialias:int=0;axes:ints;coordinate_transformation_mode:string=half_pixel;cubic_coeff_a:float=-0.75;exclude_outside:int=0;extrapolation_value:float=0.0;keep_aspect_ratio_policy:string=stretch;mode:string=nearest;nearest_mode:string=round_prefer_floor
        |Resize|19||X:T1:26:;roi:T2:0:?;scales::25:?;sizes::6:?|Y:T1:26:|antialias:int=0;axes:ints;coordinate_transformation_mode:string=half_pixel;cubic_coeff_a:float=-0.75;exclude_outside:int=0;extrapolation_value:float=0.0;keep_aspect_ratio_policy:string=stretch;mode:string=nearest;nearest_mode:string=round_prefer_floor
        |ReverseSequence|10||input:T:27:;sequence_lens::6:|Y:T:27:|batch_axis:int=1;time_axis:int=0
        |RoiAlign|10||X:T1:0:;rois:T1:0:;batch_indices:T2:6:|Y:T1:0:|mode:string=avg;output_height:int=1;output_width:int=1;sampling_ratio:int=0;spatial_scale:float=1.0
        |RoiAlign|16||X:T1:0:;rois:T1:0:;batch_indices:T2:6:|Y:T1:0:|coordinate_transformation_mode:string=half_pixel;mode:string=avg;output_height:int=1;output_width:int=1;sampling_ratio:int=0;spatial_scale:float=1.0
        |RoiAlign|22||X:T1:3:;rois:T1:3:;batch_indices:T2:6:|Y:T1:3:|coordinate_transformation_mode:string=half_pixel;mode:string=avg;output_height:int=1;output_width:int=1;sampling_ratio:int=0;spatial_scale:float=1.0
        |RotaryEmbedding|23||X:T:24:;cos_cache:T:24:;sin_cache:T:24:;position_ids:M:6:?|Y:T:24:|interleaved:int=0;num_heads:int;rotary_embedding_dim:int=0
        |Round|11||X:T:0:|Y:T:0:|
        |Round|22||X:T:3:|Y:T:3:|
        |STFT|17||signal:T1:75:;frame_step:T2:14:;window:T1:75:?;frame_length:T2:14:?|output:T1:75:|onesided:int=1
        |Scan|8||sequence_lens:I:6:?;initial_state_and_scan_inputs:V:27:~1|final_state_and_scan_outputs:V:27:~1|body:graph!;directions:ints;num_scan_inputs:int!
        |Scan|9||initial_state_and_scan_inputs:V:27:~1|final_state_and_scan_outputs:V:27:~1|body:graph!;num_scan_inputs:int!;scan_input_axes:ints;scan_input_directions:ints;scan_output_axes:ints;scan_output_directions:ints
        |Scan|11||initial_state_and_scan_inputs:V:27:~1|final_state_and_scan_outputs:V:27:~1|body:graph!;num_scan_inputs:int!;scan_input_axes:ints;scan_input_directions:ints;scan_output_axes:ints;scan_output_directions:ints
        |Scan|16||initial_state_and_scan_inputs:V:26:~1|final_state_and_scan_outputs:V:26:~1|body:graph!;num_scan_inputs:int!;scan_input_axes:ints;scan_input_directions:ints;scan_output_axes:ints;scan_output_directions:ints
        |Scan|19||initial_state_and_scan_inputs:V:29:~1|final_state_and_scan_outputs:V:29:~1|body:graph!;num_scan_inputs:int!;scan_input_axes:ints;scan_input_directions:ints;scan_output_axes:ints;scan_output_directions:ints
        |Scan|21||initial_state_and_scan_inputs:V:30:~1|final_state_and_scan_outputs:V:30:~1|body:graph!;num_scan_inputs:int!;scan_input_axes:ints;scan_input_directions:ints;scan_output_axes:ints;scan_output_directions:ints
        |Scan|23||initial_state_and_scan_inputs:V:31:~1|final_state_and_scan_outputs:V:31:~1|body:graph!;num_scan_inputs:int!;scan_input_axes:ints;scan_input_directions:ints;scan_output_axes:ints;scan_output_directions:ints
        |Scan|24||initial_state_and_scan_inputs:V:32:~1|final_state_and_scan_outputs:V:32:~1|body:graph!;num_scan_inputs:int!;scan_input_axes:ints;scan_input_directions:ints;scan_output_axes:ints;scan_output_directions:ints
        |Scan|25||initial_state_and_scan_inputs:V:33:~1|final_state_and_scan_outputs:V:33:~1|body:graph!;num_scan_inputs:int!;scan_input_axes:ints;scan_input_directions:ints;scan_output_axes:ints;scan_output_directions:ints
        |Scatter|9||data:T:27:;indices:Tind:14:;updates:T:27:|output:T:27:|axis:int=0
        |Scatter|11|deprecated|||
        |ScatterElements|11||data:T:27:;indices:Tind:14:;updates:T:27:|output:T:27:|axis:int=0
        |ScatterElements|13||data:T:26:;indices:Tind:14:;updates:T:26:|output:T:26:|axis:int=0
        |ScatterElements|16||data:T:26:;indices:Tind:14:;updates:T:26:|output:T:26:|axis:int=0;reduction:string=none
        |ScatterElements|18||data:T:26:;indices:Tind:14:;updates:T:26:|output:T:26:|axis:int=0;reduction:string=none
        |ScatterND|11||data:T:27:;indices::6:;updates:T:27:|output:T:27:|
        |ScatterND|13||data:T:26:;indices::6:;updates:T:26:|output:T:26:|
        |ScatterND|16||data:T:26:;indices::6:;updates:T:26:|output:T:26:|reduction:string=none
        |ScatterND|18||data:T:26:;indices::6:;updates:T:26:|output:T:26:|reduction:string=none
        |Selu|1||X:T:0:|Y:T:0:|alpha:float=1.6732;consumed_inputs:ints;gamma:float=1.0507
        |Selu|6||X:T:0:|Y:T:0:|alpha:float=1.6732632;gamma:float=1.050701
        |Selu|22||X:T:3:|Y:T:3:|alpha:float=1.6732632;gamma:float=1.050701
        |SequenceAt|11||input_sequence:S:28:;position:I:14:|tensor:T:27:|
        |SequenceConstruct|11||inputs:T:27:*1|output_sequence:S:28:|
        |SequenceEmpty|11|||output:S:28:|dtype:int
        |SequenceErase|11||input_sequence:S:28:;position:I:14:?|output_sequence:S:28:|
        |SequenceInsert|11||input_sequence:S:28:;tensor:T:27:;position:I:14:?|output_sequence:S:28:|
        |SequenceLength|11||input_sequence:S:28:|length:I:6:|
        |SequenceMap|17||input_sequence:S:28:;additional_inputs:V:63:~0|out_sequence:S:28:~1|body:graph!
        |Shape|1||data:T:27:|shape:T1:6:|
        |Shape|13||data:T:26:|shape:T1:6:|
        |Shape|15||data:T:26:|shape:T1:6:|end:int;start:int=0
        |Shape|19||data:T:29:|shape:T1:6:|end:int;start:int=0
        |Shape|21||data:T:30:|shape:T1:6:|end:int;start:int=0
        |Shape|23||data:T:31:|shape:T1:6:|end:int;start:int=0
        |Shape|24||data:T:32:|shape:T1:6:|end:int;start:int=0
        |Shape|25||data:T:33:|shape:T1:6:|end:int;start:int=0
        |Shrink|9||input:T:1:|output:T:1:|bias:float=0.0;lambd:float=0.5
        |Sigmoid|1||X:T:0:|Y:T:0:|consumed_inputs:ints
        |Sigmoid|6||X:T:0:|Y:T:0:|
        |Sigmoid|13||X:T:9:|Y:T:9:|
        |Sign|9||input:T:1:|output:T:1:|
        |Sign|13||input:T:2:|output:T:2:|
        |Sin|7||input:T:0:|output:T:0:|
        |Sin|22||input:T:3:|output:T:3:|
        |Sinh|9||input:T:0:|output:T:0:|
        |Sinh|22||input:T:3:|output:T:3:|
        |Size|1||data:T:27:|size:T1:6:|
        |Size|13||data:T:26:|size:T1:6:|
        |Size|19||data:T:29:|size:T1:6:|
        |Size|21||data:T:30:|size:T1:6:|
        |Size|23||data:T:31:|size:T1:6:|
        |Size|24||data:T:32:|size:T1:6:|
        |Size|25||data:T:33:|size:T1:6:|
        |Slice|1||data:T:27:|output:T:27:|axes:ints;ends:ints!;starts:ints!
        |Slice|10||data:T:27:;starts:Tind:14:;ends:Tind:14:;axes:Tind:14:?;steps:Tind:14:?|output:T:27:|
        |Slice|11||data:T:27:;starts:Tind:14:;ends:Tind:14:;axes:Tind:14:?;steps:Tind:14:?|output:T:27:|
        |Slice|13||data:T:26:;starts:Tind:14:;ends:Tind:14:;axes:Tind:14:?;steps:Tind:14:?|output:T:26:|
        |Softmax|1||input:T:0:|output:T:0:|axis:int=1
        |Softmax|11||input:T:0:|output:T:0:|axis:int=1
        |Softmax|13||input:T:9:|output:T:9:|axis:int=-1
        |SoftmaxCrossEntropyLoss|12||scores:T:0:;labels:Tind:14:;weights:T:0:?|output:T:0:;log_prob:T:0:?|ignore_index:int;reduction:string=mean
        |SoftmaxCrossEntropyLoss|13||scores:T:9:;labels:Tind:14:;weights:T:9:?|output:T:9:;log_prob:T:9:?|ignore_index:int;reduction:string=mean
        |Softplus|1||X:T:0:|Y:T:0:|
        |Softplus|22||X:T:3:|Y:T:3:|
        |Softsign|1||input:T:0:|output:T:0:|
        |Softsign|22||input:T:3:|output:T:3:|
        |SpaceToDepth|1||input:T:27:|output:T:27:|blocksize:int!
        |SpaceToDepth|13||input:T:26:|output:T:26:|blocksize:int!
        |Split|1||input:T:0:;split:T:0:?|outputs...:T:0:*1|axis:int;split:ints
        |Split|2||input:T:27:|outputs:T:27:*1|axis:int=0;split:ints
        |Split|11||input:T:27:|outputs:T:27:*1|axis:int=0;split:ints
        |Split|13||input:T:26:;split::6:?|outputs:T:26:*1|axis:int=0
        |Split|18||input:T:26:;split::6:?|outputs:T:26:*1|axis:int=0;num_outputs:int
        |SplitToSequence|11||input:T:27:;split:I:14:?|output_sequence:S:28:|axis:int=0;keepdims:int=1
        |SplitToSequence|24||input:T:26:;split:I:14:?|output_sequence:S:96:|axis:int=0;keepdims:int=1
        |Sqrt|1||X:T:0:|Y:T:0:|consumed_inputs:ints
        |Sqrt|6||X:T:0:|Y:T:0:|
        |Sqrt|13||X:T:9:|Y:T:9:|
        |Squeeze|1||data:T:27:|squeezed:T:27:|axes:ints
        |Squeeze|11||data:T:27:|squeezed:T:27:|axes:ints
        |Squeeze|13||data:T:26:;axes::6:?|squeezed:T:26:|
        |Squeeze|21||data:T:30:;axes::6:?|squeezed:T:30:|
        |Squeeze|23||data:T:31:;axes::6:?|squeezed:T:31:|
        |Squeeze|24||data:T:32:;axes::6:?|squeezed:T:32:|
        |Squeeze|25||data:T:33:;axes::6:?|squeezed:T:33:|
        |StringConcat|20||X:T:95:;Y:T:95:|Z:T:95:|
        |StringNormalizer|10||X::95:|Y::95:|case_change_action:string=NONE;is_case_sensitive:int=0;locale:string;stopwords:strings
        |StringSplit|20||X:T1:95:|Y:T2:95:;Z:T3:6:|delimiter:string;maxsplit:int
        |Sub|1||A:T:0:;B:T:0:|C:T:0:|axis:int;broadcast:int=0;consumed_inputs:ints
        |Sub|6||A:T:4:;B:T:4:|C:T:4:|axis:int;broadcast:int=0
        |Sub|7||A:T:4:;B:T:4:|C:T:4:|
        |Sub|13||A:T:5:;B:T:5:|C:T:5:|
        |Sub|14||A:T:2:;B:T:2:|C:T:2:|
        |Sum|1||data_0:T:0:*1|sum:T:0:|consumed_inputs:ints
        |Sum|6||data_0:T:0:*1|sum:T:0:|
        |Sum|8||data_0:T:0:*1|sum:T:0:|
        |Sum|13||data_0:T:9:*1|sum:T:9:|
        |SwiGLU|28||A:T:3:;B:T:3:|Y:T:3:|alpha:float=1.0
        |Swish|24||X:T:97:|Y:T:97:|alpha:float=1.0
        |Tan|7||input:T:0:|output:T:0:|
        |Tan|22||input:T:3:|output:T:3:|
        |Tanh|1||input:T:0:|output:T:0:|consumed_inputs:ints
        |Tanh|6||input:T:0:|output:T:0:|
        |Tanh|13||input:T:3:|output:T:3:|
        |TensorScatter|24||past_cache:T:32:;update:T:32:;write_indices::6:?|present_cache:T:32:|axis:int=-2;mode:string=linear
        |TfIdfVectorizer|9||X:T:98:|Y:T1:25:|max_gram_length:int!;max_skip_count:int!;min_gram_length:int!;mode:string!;ngram_counts:ints!;ngram_indexes:ints!;pool_int64s:ints;pool_strings:strings;weights:floats
        |ThresholdedRelu|10||X:T:0:|Y:T:0:|alpha:float=1.0
        |ThresholdedRelu|22||X:T:3:|Y:T:3:|alpha:float=1.0
        |Tile|1||input:T:0:;tiles:T:0:;axis:T:0:|output:T:0:|
        |Tile|6||input:T:27:;repeats:T1:6:|output:T:27:|
        |Tile|13||input:T:26:;repeats:T1:6:|output:T:26:|
        |TopK|1||X:T:0:|Values:T:0:;Indices:I:6:|axis:int=-1;k:int!
        |TopK|10||X:T:0:;K::6:|Values:T:0:;Indices:I:6:|axis:int=-1
        |TopK|11||X:T:1:;K::6:|Values:T:1:;Indices:I:6:|axis:int=-1;largest:int=1;sorted:int=1
        |TopK|24||X:T:2:;K::6:|Values:T:2:;Indices:I:6:|axis:int=-1;largest:int=1;sorted:int=1
        |Transpose|1||data:T:27:|transposed:T:27:|perm:ints
        |Transpose|13||data:T:26:|transposed:T:26:|perm:ints
        |Transpose|21||data:T:30:|transposed:T:30:|perm:ints
        |Transpose|23||data:T:31:|transposed:T:31:|perm:ints
        |Transpose|24||data:T:32:|transposed:T:32:|perm:ints
        |Transpose|25||data:T:33:|transposed:T:33:|perm:ints
        |Trilu|14||input:T:26:;k::6:?|output:T:26:|upper:int=1
        |Unique|11||X:T:27:|Y:T:27:;indices::6:?;inverse_indices::6:?;counts::6:?|axis:int;sorted:int=1
        |Unsqueeze|1||data:T:27:|expanded:T:27:|axes:ints!
        |Unsqueeze|11||data:T:27:|expanded:T:27:|axes:ints!
        |Unsqueeze|13||data:T:26:;axes::6:|expanded:T:26:|
        |Unsqueeze|21||data:T:30:;axes::6:|expanded:T:30:|
        |Unsqueeze|23||data:T:31:;axes::6:|expanded:T:31:|
        |Unsqueeze|24||data:T:32:;axes::6:|expanded:T:32:|
        |Unsqueeze|25||data:T:33:;axes::6:|expanded:T:33:|
        |Upsample|1||X:T:99:|Y:T:99:|height_scale:float!;mode:string=nearest;width_scale:float!
        |Upsample|7||X:T:27:|Y:T:27:|mode:string=nearest;scales:floats!
        |Upsample|9||X:T:27:;scales::25:|Y:T:27:|mode:string=nearest
        |Upsample|10|deprecated|||
        |Where|9||condition:B:7:;X:T:27:;Y:T:27:|output:T:27:|
        |Where|16||condition:B:7:;X:T:26:;Y:T:26:|output:T:26:|
        |Xor|1||A:T:7:;B:T:7:|C:T1:7:|axis:int;broadcast:int=0
        |Xor|7||A:T:7:;B:T:7:|C:T1:7:|
        ai.onnx.ml|ArrayFeatureExtractor|1||X:T:100:;Y::6:|Z:T:100:|
        ai.onnx.ml|Binarizer|1||X:T:101:|Y:T:101:|threshold:float=0.0
        ai.onnx.ml|CastMap|1||X:T1:102:|Y:T2:103:|cast_to:string=TO_FLOAT;map_form:string=DENSE;max_map:int=1
        ai.onnx.ml|CategoryMapper|1||X:T1:104:|Y:T2:104:|cats_int64s:ints;cats_strings:strings;default_int64:int=-1;default_string:string=_Unused
        ai.onnx.ml|DictVectorizer|1||X:T1:105:|Y:T2:106:|int64_vocabulary:ints;string_vocabulary:strings
        ai.onnx.ml|FeatureVectorizer|1||X:T1:107:*1|Y::25:|inputdimensions:ints
        ai.onnx.ml|Imputer|1||X:T:101:|Y:T:101:|imputed_value_floats:floats;imputed_value_int64s:ints;replaced_value_float:float=0.0;replaced_value_int64:int=0
        ai.onnx.ml|LabelEncoder|1||X:T1:104:|Y:T2:104:|classes_strings:strings;default_int64:int=-1;default_string:string=_Unused
        ai.onnx.ml|LabelEncoder|2||X:T1:108:|Y:T2:108:|default_float:float=-0.0;default_int64:int=-1;default_string:string=_Unused;keys_floats:floats;keys_int64s:ints;keys_strings:strings;values_floats:floats;values_int64s:ints;values_strings:strings
        ai.onnx.ml|LabelEncoder|4||X:T1:109:|Y:T2:109:|default_float:float=-0.0;default_int64:int=-1;default_string:string=_Unused;default_tensor:tensor;keys_floats:floats;keys_int64s:ints;keys_strings:strings;keys_tensor:tensor;values_floats:floats;values_int64s:ints;values_strings:strings;values_tensor:tensor
        ai.onnx.ml|LinearClassifier|1||X:T1:101:|Y:T2:104:;Z::25:|classlabels_ints:ints;classlabels_strings:strings;coefficients:floats!;intercepts:floats;multi_class:int=0;post_transform:string=NONE
        ai.onnx.ml|LinearRegressor|1||X:T:101:|Y::25:|coefficients:floats;intercepts:floats;post_transform:string=NONE;targets:int=1
        ai.onnx.ml|Normalizer|1||X:T:101:|Y::25:|norm:string=MAX
        ai.onnx.ml|OneHotEncoder|1||X:T:110:|Y::25:|cats_int64s:ints;cats_strings:strings;zeros:int=1
        ai.onnx.ml|SVMClassifier|1||X:T1:101:|Y:T2:104:;Z::25:|classlabels_ints:ints;classlabels_strings:strings;coefficients:floats;kernel_params:floats;kernel_type:string=LINEAR;post_transform:string=NONE;prob_a:floats;prob_b:floats;rho:floats;support_vectors:floats;vectors_per_class:ints
        ai.onnx.ml|SVMRegressor|1||X:T:101:|Y::25:|coefficients:floats;kernel_params:floats;kernel_type:string=LINEAR;n_supports:int=0;one_class:int=0;post_transform:string=NONE;rho:floats;support_vectors:floats
        ai.onnx.ml|Scaler|1||X:T:101:|Y::25:|offset:floats;scale:floats
        ai.onnx.ml|TreeEnsemble|5||X:T:111:|Y:T:111:|aggregate_function:int=1;leaf_targetids:ints!;leaf_weights:tensor!;membership_values:tensor;n_targets:int;nodes_falseleafs:ints!;nodes_falsenodeids:ints!;nodes_featureids:ints!;nodes_hitrates:tensor;nodes_missing_value_tracks_true:ints;nodes_modes:tensor!;nodes_splits:tensor!;nodes_trueleafs:ints!;nodes_truenodeids:ints!;post_transform:int=0;tree_roots:ints!
        ai.onnx.ml|TreeEnsembleClassifier|1||X:T1:101:|Y:T2:104:;Z::25:|base_values:floats;class_ids:ints;class_nodeids:ints;class_treeids:ints;class_weights:floats;classlabels_int64s:ints;classlabels_strings:strings;nodes_falsenodeids:ints;nodes_featureids:ints;nodes_hitrates:floats;nodes_missing_value_tracks_true:ints;nodes_modes:strings;nodes_nodeids:ints;nodes_treeids:ints;nodes_truenodeids:ints;nodes_values:floats;post_transform:string=NONE
        ai.onnx.ml|TreeEnsembleClassifier|3||X:T1:101:|Y:T2:104:;Z::25:|base_values:floats;base_values_as_tensor:tensor;class_ids:ints;class_nodeids:ints;class_treeids:ints;class_weights:floats;class_weights_as_tensor:tensor;classlabels_int64s:ints;classlabels_strings:strings;nodes_falsenodeids:ints;nodes_featureids:ints;nodes_hitrates:floats;nodes_hitrates_as_tensor:tensor;nodes_missing_value_tracks_true:ints;nodes_modes:strings;nodes_nodeids:ints;nodes_treeids:ints;nodes_truenodeids:ints;nodes_values:floats;nodes_values_as_tensor:tensor;post_transform:string=NONE
        ai.onnx.ml|TreeEnsembleClassifier|5|deprecated|||
        ai.onnx.ml|TreeEnsembleRegressor|1||X:T:101:|Y::25:|aggregate_function:string=SUM;base_values:floats;n_targets:int;nodes_falsenodeids:ints;nodes_featureids:ints;nodes_hitrates:floats;nodes_missing_value_tracks_true:ints;nodes_modes:strings;nodes_nodeids:ints;nodes_treeids:ints;nodes_truenodeids:ints;nodes_values:floats;post_transform:string=NONE;target_ids:ints;target_nodeids:ints;target_treeids:ints;target_weights:floats
        ai.onnx.ml|TreeEnsembleRegressor|3||X:T:101:|Y::25:|aggregate_function:string=SUM;base_values:floats;base_values_as_tensor:tensor;n_targets:int;nodes_falsenodeids:ints;nodes_featureids:ints;nodes_hitrates:floats;nodes_hitrates_as_tensor:tensor;nodes_missing_value_tracks_true:ints;nodes_modes:strings;nodes_nodeids:ints;nodes_treeids:ints;nodes_truenodeids:ints;nodes_values:floats;nodes_values_as_tensor:tensor;post_transform:string=NONE;target_ids:ints;target_nodeids:ints;target_treeids:ints;target_weights:floats;target_weights_as_tensor:tensor
        ai.onnx.ml|TreeEnsembleRegressor|5|deprecated|||
        ai.onnx.ml|ZipMap|1||X::25:|Z:T:112:|classlabels_int64s:ints;classlabels_strings:strings
        ai.onnx.preview|FlexAttention|1||Q:T1:3:;K:T1:3:;V:T1:3:|Y:T1:3:|prob_mod:graph;scale:float;score_mod:graph;softmax_precision:int
        ai.onnx.preview.training|Adagrad|1||R:T1:70:;T:T2:6:;inputs:T3:70:~1|outputs:T3:70:~1|decay_factor:float=0.0;epsilon:float=0.0;norm_coefficient:float=0.0
        ai.onnx.preview.training|Adam|1||R:T1:70:;T:T2:6:;inputs:T3:70:~1|outputs:T3:70:~1|alpha:float=0.9;beta:float=0.999;epsilon:float=0.0;norm_coefficient:float=0.0;norm_coefficient_post:float=0.0
        ai.onnx.preview.training|Gradient|1||Inputs:T1:27:~1|Outputs:T2:0:~1|xs:strings!;y:string!;zs:strings
        ai.onnx.preview.training|Momentum|1||R:T1:70:;T:T2:6:;inputs:T3:70:~1|outputs:T3:70:~1|alpha:float!;beta:float!;mode:string!;norm_coefficient:float!
        """u8;
}
