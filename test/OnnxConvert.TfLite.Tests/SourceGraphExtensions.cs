using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests;

/// <summary>Source graphs written down shortly.</summary>
internal static class SourceGraphExtensions
{
    extension(Graph graph)
    {
        /// <summary>A float vector that comes in.</summary>
        public Value Vector(string name, long size = 2) => graph.AddInput(name, new TensorType(ElementType.Float, Shape.Of(size)));

        /// <summary>One number that comes in.</summary>
        public Value Scalar(string name, ElementType type) => graph.AddInput(name, new TensorType(type, Shape.Scalar));

        /// <summary>A float vector that is constant.</summary>
        public Value Const(params float[] values) => graph.AddInitializer($"const{graph.Initializers.Count}", TensorData.Vector(values));

        public Value Const(int value) => graph.AddInitializer($"const{graph.Initializers.Count}", TensorData.Create<int>([value], []));

        /// <summary>An operator with one float output of any shape.</summary>
        public Value Op(string opType, Value[] inputs, params (string Name, long Value)[] options) => graph.Op(opType, ElementType.Float, inputs, options);

        public Value Op(string opType, ElementType type, Value[] inputs, params (string Name, long Value)[] options) =>
            graph.Node(opType, inputs, options).AddOutput($"{graph.Name}/{opType}{graph.NodeCount}", new TensorType(type, null));

        /// <summary>An operator without outputs.</summary>
        public Node Node(string opType, Value[] inputs, params (string Name, long Value)[] options)
        {
            Node node = graph.AddNode(opType, inputs, TfLiteOps.Domain);
            node.Name = $"{graph.Name}/{opType}{graph.NodeCount}";
            foreach ((string name, long value) in options)
                node.Attributes.Set(new NodeAttribute(name, value));
            return node;
        }

        /// <summary>What refers to a variable by its name.</summary>
        public Value Variable(string name)
        {
            Node node = graph.Node(TfLiteOps.VarHandle, []);
            node.Attributes.Set(new NodeAttribute("shared_name", name));
            return node.AddOutput($"{graph.Name}/{name}{graph.NodeCount}", new TensorType(ElementType.Int32, Shape.Scalar));
        }

        /// <summary>What a variable holds.</summary>
        public Value Read(string name, long size)
        {
            Node node = graph.Node(TfLiteOps.ReadVariable, [graph.Variable(name)]);
            return node.AddOutput($"{graph.Name}/read{graph.NodeCount}", new TensorType(ElementType.Float, Shape.Of(size)));
        }

        public void Assign(string name, Value value) => graph.Node(TfLiteOps.AssignVariable, [graph.Variable(name), value]);
    }
}
