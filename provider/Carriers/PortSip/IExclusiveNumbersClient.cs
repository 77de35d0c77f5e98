namespace PulumiNumbers.Carriers.PortSip;

/// <summary>
/// The exclusive numbers of one PortSIP PBX. Every method throws <see cref="CarrierException"/> where the PBX refuses or fails;
/// requests that are safe to repeat have been repeated by then.
/// </summary>
public interface IExclusiveNumbersClient
{
    /// <summary>All exclusive numbers, page by page, in the PBX's order.</summary>
    IAsyncEnumerable<ExclusiveNumber> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Creates one and answers its id. Where the answer is lost, the listing settles whether it was made before anything is repeated.
    /// Kind <see cref="CarrierErrorKind.Conflict"/> where the number is exclusive already.
    /// </summary>
    Task<string> CreateAsync(ExclusiveNumberSettings settings, CancellationToken cancellationToken);

    /// <summary>The exclusive number, or null where there is none of that id.</summary>
    Task<ExclusiveNumber?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Replaces all of its settings.</summary>
    Task UpdateAsync(string id, ExclusiveNumberSettings settings, CancellationToken cancellationToken);

    /// <summary>Deletes it; one that is already gone is done.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken);

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
