namespace OnnxConvert.Generators;

/// <summary>Classes to run the generator on.</summary>
internal static class Sources
{
    public static string Handler(string name, string attribute, string modifiers = "internal sealed", string body = "public void Convert(OpContext op) { }") =>
        $$"""
        using OnnxConvert.Converting;
        namespace Acme;
        {{attribute}}
        {{modifiers}} class {{name}} : IOpHandler
        {
            {{body}}
        }
        """;

    public static string Rewriter(string name, string arguments = "") =>
        $$"""
        using OnnxConvert.Converting;
        using OnnxConvert.Ir;
        namespace Acme;
        [Rewriter{{arguments}}]
        internal sealed class {{name}} : IRewriter
        {
            public bool Rewrite(Node node, RewriteContext context) => false;
        }
        """;

    public static string Optimizer(string name, string arguments = "") =>
        $$"""
        using OnnxConvert.Rewriting;
        namespace Acme;
        [Optimizer{{arguments}}]
        public sealed class {{name}} : IOptimizer
        {
            public bool Optimize(OptimizerContext context) => false;
        }
        """;
}
