using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>What a provider says of one path.</summary>
/// <param name="Kind">What happens there.</param>
/// <param name="ComparesInputs">Whether old inputs were compared and not the state.</param>
internal sealed record DetailedChange(ChangeKind Kind, bool ComparesInputs)
{
    /// <summary>The same seen from the other side: what was added is what went.</summary>
    public DetailedChange Invert() => this with
    {
        Kind = Kind switch
        {
            ChangeKind.Add or ChangeKind.AddReplace => ChangeKind.Delete,
            ChangeKind.Delete or ChangeKind.DeleteReplace => ChangeKind.Add,
            _ => ChangeKind.Update,
        },
    };

    /// <summary>The change with the values of both sides.</summary>
    public PropertyChange ToChange(string path, ResourceState old, PropertyMap news) =>
        ToChange(path, ComparesInputs ? old.Inputs : old.Outputs, old.Inputs, news);

    /// <summary>The change with its values looked up on both sides, in <paramref name="otherwise"/> where the old side lacks it.</summary>
    public PropertyChange ToChange(string path, PropertyMap olds, PropertyMap otherwise, PropertyMap news)
    {
        var parsed = PropertyPath.Parse(path);
        var isAdd = Kind is ChangeKind.Add or ChangeKind.AddReplace;
        var isDelete = Kind is ChangeKind.Delete or ChangeKind.DeleteReplace;
        return new PropertyChange(path, Kind, isAdd ? null : parsed.Find(olds) ?? parsed.Find(otherwise), isDelete ? null : parsed.Find(news)).Guarded();
    }
}
