using System.Collections.Immutable;
using System.Globalization;
using OnnxConvert.Operators;

namespace OnnxConvert.OrtFormat.Kernels;

/// <summary>What the ORT format needs to know of an operator's definition.</summary>
internal sealed record OperatorSignature(string Domain, string OpType, int SinceVersion, ImmutableArray<FormalParameter> Inputs, ImmutableArray<FormalParameter> Outputs)
{
    /// <summary>The operator in the format's notation, as <c>:Conv:11</c>.</summary>
    public string OperatorId => IdOf(Domain, OpType, SinceVersion);

    public static string IdOf(string domain, string opType, int sinceVersion) => string.Create(CultureInfo.InvariantCulture, $"{domain}:{opType}:{sinceVersion}");

    public static OperatorSignature Of(OperatorSchema schema) =>
        new(schema.Domain, schema.Name, schema.SinceVersion, [.. schema.Inputs.Select(Of)], [.. schema.Outputs.Select(Of)]);

    /// <summary>The kernel types, by name in ordinal order; a name's inputs come before its outputs.</summary>
    public ImmutableArray<KernelType> KernelTypes()
    {
        var types = new SortedDictionary<string, ImmutableArray<KernelArgument>.Builder>(StringComparer.Ordinal);
        Add(Inputs, isOutput: false);
        Add(Outputs, isOutput: true);
        return [.. types.Select(t => new KernelType(t.Key, t.Value.ToImmutable()))];

        void Add(ImmutableArray<FormalParameter> parameters, bool isOutput)
        {
            for (int i = 0; i < parameters.Length; i++)
            {
                if (!types.TryGetValue(parameters[i].TypeName, out ImmutableArray<KernelArgument>.Builder? arguments))
                    types.Add(parameters[i].TypeName, arguments = ImmutableArray.CreateBuilder<KernelArgument>());
                arguments.Add(new KernelArgument(isOutput, i));
            }
        }
    }

    /// <summary>How many of a node's inputs each formal input takes: a variadic one all that remain, the others one while there are some.</summary>
    /// <param name="inputs">The number of inputs of the node, left out ones included.</param>
    public ImmutableArray<int> InputCounts(int inputs)
    {
        var counts = ImmutableArray.CreateBuilder<int>(Inputs.Length);
        foreach (FormalParameter parameter in Inputs)
        {
            int count = parameter.IsVariadic ? inputs : Math.Min(inputs, 1);
            counts.Add(count);
            inputs -= count;
        }

        return counts.MoveToImmutable();
    }

    private static FormalParameter Of(OperatorParameter parameter) =>
        new(parameter.TypeVariable ?? parameter.Name, parameter.Option == ParameterOption.Variadic);
}
