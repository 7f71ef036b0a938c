namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>SparseToDenseMatMul: a sparse matrix times a dense one.</summary>
[Defines("SparseToDenseMatMul", Domains.Microsoft)]
internal sealed class SparseToDenseMatMulOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|SparseToDenseMatMul|1||A:T:sparse_tensor(double)/sparse_tensor(float)/sparse_tensor(int32)/sparse_tensor(int64)/sparse_tensor(uint32)/sparse_tensor(uint64):;B:T1:float/double/uint32/uint64/int32/int64:|Y:T1:float/double/uint32/uint64/int32/int64:|alpha:float=1;transA:int=0;transB:int=0
        """;
}
