using Pulumi.Running;

namespace Pulumi;

/// <summary>The root of a deployment. A program may derive from it and mark its results with <see cref="OutputAttribute"/>.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack of this run.</summary>
    public Stack()
        : base(TypeToken, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}") =>
        ProgramRun.Required.Root = this;

    /// <summary>Publishes the results of a program that is a function.</summary>
    internal void Publish(Task<IDictionary<string, object?>> results) => RegisterOutputs(results);

    /// <summary>Publishes the results of a program that is a class.</summary>
    /// <exception cref="RunException">A result was not assigned in the constructor, or is not an output.</exception>
    internal void PublishDeclared()
    {
        var outputs = DeclaredOutputs();
        foreach (var (name, value) in outputs)
        {
            if (value is null)
                throw new RunException($"The output '{name}' has no value: assign it in the constructor of {GetType().Name}.");
            if (value is not IOutput)
                throw new RunException($"The output '{name}' of {GetType().Name} must be an Output<T>.");
        }

        RegisterOutputs(outputs);
    }
}
