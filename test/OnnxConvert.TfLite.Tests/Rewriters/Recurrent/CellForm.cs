namespace OnnxConvert.TfLite.Tests.Rewriters;

/// <summary>How frameworks write recurrent cells.</summary>
public enum CellForm
{
    /// <summary>Keras: input and state have matrices of their own; gates i, f, c, o.</summary>
    KerasLstm,

    /// <summary>TensorFlow's BasicLSTMCell: one matrix for both; gates i, c, f, o; 1 is added to the forget gate.</summary>
    BasicLstm,

    /// <summary>Keras: gates z, r, h, and the reset gate behind the matrix of the state.</summary>
    KerasGru,

    /// <summary>TensorFlow's GRUCell: gates r, z, activated before they are split, and the reset gate before the matrix of the state.</summary>
    GruCell,

    /// <summary>Keras: tanh of the sum.</summary>
    SimpleRnn,

    /// <summary>The same with RELU, which converters fuse into the sum.</summary>
    ReluRnn,
}
