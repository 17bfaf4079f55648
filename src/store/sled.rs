//! stub
pub struct SledStore;
impl SledStore {
    pub fn open(_p: &std::path::Path, _k: crate::seal::OfficeKey, _c: u64) -> anyhow::Result<super::memory::MemoryStore> {
        Ok(super::memory::MemoryStore::new())
    }
}
