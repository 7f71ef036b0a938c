using OnnxConvert.Ir;

namespace OnnxConvert.Checking;

/// <summary>A constant is of the type that its value declares. Its bytes fit its sizes by construction.</summary>
internal static class InitializerCheck
{
    public static void Check(Value value, List<ModelFinding> findings)
    {
        if (value.Initializer is not { } data || value.Type is not TensorType declared)
            return;
        string place = $"initializer '{value.Name}'";
        if (declared.ElementType != data.ElementType)
            findings.Add(new ModelFinding(place, $"it holds {data.ElementType.DisplayName()}, but is declared as {declared}"));
        if (declared.Shape is not { } shape)
            return;
        bool fits = shape.Rank == data.Rank;
        for (int i = 0; fits && i < shape.Rank; i++)
            fits = !shape[i].IsStatic || shape[i].Size == data.Dims[i];
        if (!fits)
            findings.Add(new ModelFinding(place, $"it holds {data}, but is declared as {declared}"));
    }
}
