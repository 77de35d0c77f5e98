namespace PulumiNumbers.Carriers.PortSip;

/// <summary>
/// The exclusive numbers of one PortSIP PBX. Every method throws <see cref="CarrierException"/> where the PBX refuses or fails;
/// requests that are safe to repeat have been repeated by then.
/// </summary>
/// <remarks>
/// A number counts as missing only with the PBX's own error code for it, or when a complete listing lacks it. Any other 404, such as a
/// gateway's, is an error.
/// </remarks>
public interface IExclusiveNumbersClient
{
    /// <summary>Which PBX is accessed as whom: <c>host/user@tenant</c>, or <c>host/sha256:…</c> with a fingerprint of a given token.</summary>
    string AccountId { get; }

    /// <summary>All exclusive numbers, in the PBX's order: every one, or an error that names both counts.</summary>
    IAsyncEnumerable<ExclusiveNumberInfo> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Sends one request to create one, again only where it certainly was not carried out, and answers its id. Kind
    /// <see cref="CarrierErrorKind.Conflict"/> where the number is exclusive already.
    /// </summary>
    Task<string> CreateAsync(ExclusiveNumberSettings settings, CancellationToken cancellationToken);

    /// <summary>The exclusive number, or null where there is none of that id.</summary>
    Task<ExclusiveNumberInfo?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Replaces all of its settings.</summary>
    Task UpdateAsync(string id, ExclusiveNumberSettings settings, CancellationToken cancellationToken);

    /// <summary>Deletes it and answers whether there was one.</summary>
    Task<bool> DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>The queues in which agents are assigned to it.</summary>
    Task<IReadOnlyList<CallQueue>> ListQueuesAsync(string id, CancellationToken cancellationToken);

    /// <summary>The agents assigned to it in a queue.</summary>
    Task<IReadOnlyList<QueueAgent>> ListAgentsAsync(string id, string queueId, CancellationToken cancellationToken);

    /// <summary>Assigns exactly these agents in a queue, replacing those before.</summary>
    /// <param name="id">PortSIP's id of the exclusive number.</param>
    /// <param name="queueId">PortSIP's id of the queue.</param>
    /// <param name="extensions">Extension numbers, 3 to 64 digits each; at least one.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task SetAgentsAsync(string id, string queueId, IReadOnlyCollection<string> extensions, CancellationToken cancellationToken);

    /// <summary>Removes all of its agents from a queue.</summary>
    Task RemoveAgentsAsync(string id, string queueId, CancellationToken cancellationToken);
}
