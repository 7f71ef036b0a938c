namespace OnnxConvert.Conformance.Running;

internal sealed class WorkerProcessTests
{
    [Test]
    public void A_case_runs_in_a_process_of_its_own_as_in_this_one()
    {
        var request = SuiteRequest.Models(SharedData.Require("perf"), SharedData.Require("perf", "golden")) with
        {
            RecordedFolder = SharedData.Require("perf", "tf2onnx"),
            Only = "resnet14",
        };
        var results = SuiteRunner.Run(request);
        Assert.That(results.Select(result => result.Name), Is.EqualTo(new[] { "resnet14-float", "resnet14-int8" }));
        Assert.That(results.Select(result => result.Stage), Is.All.EqualTo(Stage.Pass));
        Assert.That(results[0].Counts, Is.EqualTo(new NodeCounts(40, 1, 0)));
    }

    [Test]
    public void A_process_that_ends_is_a_failure_of_its_case()
    {
        using var worker = new WorkerProcess(SuiteRequest.Models("nowhere", "nowhere").ToArguments());
        var result = worker.Run("x");
        Assert.That(result.Stage, Is.EqualTo(Stage.Crash), result.Error);
        Assert.That(worker.Run("y").Stage, Is.EqualTo(Stage.Crash), "and the next case gets a process of its own");
    }
}
