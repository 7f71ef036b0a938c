using OnnxConvert.Ir;

namespace OnnxConvert.Checking;

/// <summary>A model names the versions of the operator sets that it uses.</summary>
internal static class OpsetCheck
{
    public static void Check(Model model, List<ModelFinding> findings)
    {
        if (model.OpsetImports.Count == 0)
            findings.Add(new ModelFinding("model", "it imports no operator set"));
        foreach ((string domain, long version) in model.OpsetImports)
        {
            if (version < 1)
                findings.Add(new ModelFinding("model", $"it imports version {version} of the operator set '{domain}'; versions start at 1"));
        }
    }
}
