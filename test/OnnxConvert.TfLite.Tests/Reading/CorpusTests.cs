namespace OnnxConvert.TfLite.Tests.Reading;

public class CorpusTests
{
    // Everything else that was found in public repositories is readable.
    private static readonly Dictionary<string, string> Rejected = new()
    {
        ["litert-0_subgraphs"] = "The model has no subgraphs",
        ["litert-add_shared_tensors"] = "Operator 1 (ADD) of subgraph 0 reads Tensor 0 'add' of subgraph 0, which is no input",
        ["litert-blockwise_quantized"] = "Operator 0 (ADD) of subgraph 0 reads Tensor 2 'quantized_tensor' of subgraph 0, which is no input",
        ["litert-segment_sum_invalid_buffer"] = "Operator 0 (SEGMENT_SUM) of subgraph 0 reads Tensor 2 'pyx/y' of subgraph 0, which is no input",
    };

    [TestCase("corpus/models")]
    [TestCase("perf")]
    public void Every_model_is_read_or_rejected_for_a_known_cause(string folder)
    {
        var unexpected = new List<string>();
        foreach (string path in Directory.GetFiles(SharedData.Require(folder), "*.tflite").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            string cause = Read(path);
            if (!cause.Contains(Rejected.GetValueOrDefault(name, ""), StringComparison.Ordinal) || (cause.Length > 0 && !Rejected.ContainsKey(name)))
                unexpected.Add($"{name}: {cause}");
        }

        Assert.That(unexpected, Is.Empty, string.Join("\n", unexpected));
    }

    [Test]
    public void Options_of_the_detection_operator_are_read()
    {
        string path = Path.Combine(SharedData.Require("corpus/models"), "support-coco_ssd_mobilenet_v1_1.0_quant_2018_06_29.tflite");
        var node = TfLiteReader.Read(path).Model.Graph.Nodes.Single(n => n.OpType == "TFLite_Detection_PostProcess");
        var options = FlexMap.Parse(node.Attributes.Find("custom_options")!.StringBytes);

        Assert.That(options.TryGetInt("max_detections", out long detections) && detections == 10);
        Assert.That(options.TryGetInt("num_classes", out long classes) && classes == 90);
        Assert.That(options.TryGetFloat("nms_iou_threshold", out double iou) && Math.Abs(iou - 0.6) < 1e-6);
        Assert.That(options.TryGetFloat("y_scale", out double scale) && scale == 10);
    }

    private static string Read(string path)
    {
        try
        {
            TfLiteReader.Read(path);
            return "";
        }
        catch (OnnxConvertException e)
        {
            return e.Message;
        }
    }
}
